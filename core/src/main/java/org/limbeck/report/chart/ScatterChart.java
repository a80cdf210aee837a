package org.limbeck.report.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.Interval;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;

/** The rows of a leaderboard as points: accuracy to the right, worst-class accuracy upwards. */
public final class ScatterChart {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 440;
  private static final double RADIUS = 6.5;
  private static final double RING = 1.7 * RADIUS;
  private static final double LABEL_HEIGHT = 19;

  private final Html html;
  private final Leaderboard leaderboard;
  private final SeriesStyles groups;
  private final List<Leaderboard.Row> cheapFront;
  private final Plot plot;
  private final List<Leaderboard.Row> marks;
  private final List<Spread.Disc> places;

  /**
   * A chart.
   *
   * @param cheapFront rows on the front of what shifting scores alone gives; none without shifts
   */
  public ScatterChart(
      Html html, Leaderboard leaderboard, List<Leaderboard.Row> cheapFront, SeriesStyles groups) {
    this.html = html;
    this.leaderboard = leaderboard;
    this.cheapFront = cheapFront;
    this.groups = groups;
    Span x = Span.of(leaderboard, SplitMetric.ACCURACY);
    Span y = Span.of(leaderboard, SplitMetric.WORST_CLASS_ACCURACY);
    plot =
        new Plot(
            Scale.linear(x.low(), x.high(), 74, WIDTH - 36),
            Scale.linear(y.low(), y.high(), HEIGHT - 58, 46));
    marks = leaderboard.tested().stream().sorted(Comparator.comparing(this::rank)).toList();
    places = Spread.apart(marks.stream().map(this::wanted).toList(), plot);
  }

  /** What is drawn above all and stays where it belongs: the selected one, then those named. */
  private int rank(Leaderboard.Row row) {
    return row.selected() ? 0 : named().anyMatch(row::equals) ? 1 : row.onFront() ? 2 : 3;
  }

  private Stream<Leaderboard.Row> named() {
    return Stream.of(leaderboard.selected(), leaderboard.standard(), leaderboard.baseline())
        .flatMap(Optional::stream)
        .distinct();
  }

  private Spread.Disc wanted(Leaderboard.Row row) {
    return new Spread.Disc(x(row), y(row), row.selected() ? RING : RADIUS);
  }

  private Spread.Disc place(Leaderboard.Row row) {
    return places.get(marks.indexOf(row));
  }

  /** Draws the chart. */
  public void draw() {
    var svg = Svg.open(html, WIDTH, HEIGHT, "Accuracy against worst-class accuracy");
    plot.drawX(svg, 6, Numbers::tick);
    plot.drawY(svg, 6, Numbers::tick);
    plot.titleX(svg, "accuracy");
    plot.titleY(svg, "worst-class accuracy");
    leaderboard.tested().forEach(row -> whiskers(svg, row));
    line(svg, cheapFront, "cheap");
    line(svg, front(), "front");
    for (int i = marks.size() - 1; i >= 0; i--) {
      mark(svg, marks.get(i));
    }
    Spread.leaders(svg, marks.stream().map(this::wanted).toList(), places);
    labels(svg);
    svg.close();
  }

  private List<Leaderboard.Row> front() {
    return leaderboard.students().stream()
        .filter(Leaderboard.Row::onFront)
        .sorted(Comparator.comparingDouble(row -> row.of(SplitMetric.ACCURACY).mean()))
        .toList();
  }

  private void line(Svg svg, List<Leaderboard.Row> rows, String style) {
    if (!rows.isEmpty()) {
      svg.path(
          rows.stream()
              .map(row -> Svg.point(x(row), y(row)))
              .collect(Collectors.joining("L", "M", "")),
          style);
    }
  }

  private void whiskers(Svg svg, Leaderboard.Row row) {
    String style = "whisker " + groups.style(row);
    Interval accuracy = row.of(SplitMetric.ACCURACY);
    Interval worst = row.of(SplitMetric.WORST_CLASS_ACCURACY);
    if (accuracy.low() != null && accuracy.high() != null) {
      svg.line(plot.x().at(accuracy.low()), y(row), plot.x().at(accuracy.high()), y(row), style);
    }
    if (worst.low() != null && worst.high() != null) {
      svg.line(x(row), plot.y().at(worst.low()), x(row), plot.y().at(worst.high()), style);
    }
  }

  private void mark(Svg svg, Leaderboard.Row row) {
    svg.group("mark" + paleness(row), tooltip(row));
    Spread.Disc place = place(row);
    if (row.selected()) {
      svg.circle(place.x(), place.y(), RING, "ring");
    }
    svg.path(groups.mark(row).path(place.x(), place.y(), RADIUS), groups.style(row));
    svg.endGroup();
  }

  /** Five steps from solid, on the front in every resample, to pale, in none. */
  private static String paleness(Leaderboard.Row row) {
    Double share = row.front().share();
    return share == null ? "" : " pale" + Math.round(4 * (1 - share));
  }

  private static String tooltip(Leaderboard.Row row) {
    Double share = row.front().share();
    String role = row.combination().student() == null ? " (teacher)" : "";
    return row.combination().label()
        + role
        + tooltip(row, "accuracy", SplitMetric.ACCURACY)
        + tooltip(row, "worst class", SplitMetric.WORST_CLASS_ACCURACY)
        + (share == null ? "" : "\non the front in " + Numbers.percent(share, 0));
  }

  private static String tooltip(Leaderboard.Row row, String name, SplitMetric metric) {
    Interval interval = row.of(metric);
    String ends = Numbers.ends(interval);
    String text = "\n" + name + " " + Numbers.percent(interval.mean());
    return ends == null ? text : text + " (" + ends + ")";
  }

  // Beside the marks, on the side where there is more room; a halo keeps them readable over
  // whiskers.
  private void labels(Svg svg) {
    List<Leaderboard.Row> rows = named().sorted(Comparator.comparingDouble(this::line)).toList();
    double[] wanted = rows.stream().mapToDouble(this::line).toArray();
    double[] lines = Labels.apart(wanted, LABEL_HEIGHT, plot.y().to(), plot.y().from() - 6);
    for (int i = 0; i < lines.length; i++) {
      label(svg, rows.get(i), lines[i]);
    }
  }

  private double line(Leaderboard.Row row) {
    double y = place(row).y();
    return y < HEIGHT / 2 ? y - 12 : y + 22;
  }

  private void label(Svg svg, Leaderboard.Row row, double line) {
    double x = place(row).x();
    boolean leftHalf = x < WIDTH / 2;
    double gap = leftHalf ? 3 * RADIUS : -3 * RADIUS;
    Svg.Anchor anchor = leftHalf ? Svg.Anchor.START : Svg.Anchor.END;
    svg.text(x + gap, line, anchor, row.combination().label(), "label");
  }

  private double x(Leaderboard.Row row) {
    return plot.x().at(row.of(SplitMetric.ACCURACY).mean());
  }

  private double y(Leaderboard.Row row) {
    return plot.y().at(row.of(SplitMetric.WORST_CLASS_ACCURACY).mean());
  }
}
