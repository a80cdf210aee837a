package org.limbeck.report.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Texts;
import org.limbeck.train.EpochRecord;

/**
 * One line for each class, or other part of the data, named at its right end; the heaviest in
 * colour.
 */
public final class MultiplierChart {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 420;
  private static final double RIGHT = 520;
  private static final double LABEL_HEIGHT = 21;
  private static final int COLOURED = 8;
  private static final int MOST_LABELS = 14;
  private static final int MOST_POINTS = 240;
  private static final int NAME_LENGTH = 11;

  // A class that the others leave far behind would stretch the axis without end.
  private static final double LEAST_OF_UNIFORM = 1e-3;

  private final Html html;
  private final List<String> names;
  private final List<EpochRecord> epochs;
  private final Plot plot;

  /**
   * A chart.
   *
   * @param names of the parts that have a multiplier, in the order of the multipliers
   * @param epochs of one run, at least one
   */
  public MultiplierChart(Html html, List<String> names, List<EpochRecord> epochs) {
    if (epochs.get(0).multipliers().length != names.size()) {
      throw new IllegalArgumentException(
          "expected %d multipliers, found %d"
              .formatted(names.size(), epochs.get(0).multipliers().length));
    }
    this.html = html;
    this.names = names;
    this.epochs = epochs;
    int first = epochs.get(0).epoch();
    int last = Math.max(first + 1, epochs.get(epochs.size() - 1).epoch());
    plot = new Plot(Scale.linear(first, last, 74, RIGHT), shares());
  }

  private Scale shares() {
    double uniform = 1.0 / names.size();
    double least = values().min().orElse(uniform);
    double most = values().max().orElse(uniform);
    double low = Math.max(Math.min(least, uniform / 2), uniform * LEAST_OF_UNIFORM);
    double high = Math.max(most, Math.min(1, 2 * uniform));
    return new Scale(low / 1.1, high * 1.1, HEIGHT - 58, 46, true);
  }

  private DoubleStream values() {
    return epochs.stream().flatMapToDouble(epoch -> Arrays.stream(epoch.multipliers()));
  }

  /** Draws the chart. */
  public void draw() {
    var svg = Svg.open(html, WIDTH, HEIGHT, "Each multiplier over the epochs");
    plot.drawX(svg, 5, Numbers::plain);
    plot.drawY(svg, 6, Numbers::plain);
    plot.titleX(svg, "epoch");
    plot.titleY(svg, "multiplier");
    double uniform = plot.y().at(1.0 / names.size());
    svg.line(plot.x().from(), uniform, plot.x().to(), uniform, "front");
    List<Integer> heaviest = heaviestFirst();
    for (int rank = heaviest.size() - 1; rank >= 0; rank--) {
      line(svg, heaviest.get(rank), style(rank));
    }
    labels(svg, heaviest);
    svg.close();
  }

  private List<Integer> heaviestFirst() {
    return IntStream.range(0, names.size())
        .boxed()
        .sorted(Comparator.comparingDouble(y -> -end(y)))
        .toList();
  }

  private double end(int y) {
    return epochs.get(epochs.size() - 1).multipliers()[y];
  }

  private static String style(int rank) {
    return rank < COLOURED ? SeriesStyles.style(rank) : "muted";
  }

  private void line(Svg svg, int y, String style) {
    int step = (epochs.size() + MOST_POINTS - 1) / MOST_POINTS;
    var path = new StringBuilder();
    for (int i = (epochs.size() - 1) % step; i < epochs.size(); i += step) {
      EpochRecord epoch = epochs.get(i);
      path.append(path.isEmpty() ? "M" : "L");
      path.append(Svg.point(plot.x().at(epoch.epoch()), plot.y().at(epoch.multipliers()[y])));
    }
    svg.group("line " + style, names.get(y) + ": " + Numbers.fixed(end(y), 4) + " at the end");
    svg.path(path.toString(), "curve");
    svg.endGroup();
  }

  private void labels(Svg svg, List<Integer> heaviest) {
    int labels = heaviest.size() > MOST_LABELS ? COLOURED : heaviest.size();
    double[] wanted =
        heaviest.stream().limit(labels).mapToDouble(y -> plot.y().at(end(y)) + 5).toArray();
    double[] placed = Labels.apart(wanted, LABEL_HEIGHT, 40, HEIGHT - 40);
    for (int rank = 0; rank < labels; rank++) {
      double from = wanted[rank] - 5;
      svg.line(RIGHT + 2, from, RIGHT + 14, placed[rank] - 5, "leader " + style(rank));
      String name = Texts.shortened(names.get(heaviest.get(rank)), NAME_LENGTH);
      svg.text(RIGHT + 18, placed[rank], Svg.Anchor.START, name, "name " + style(rank));
    }
    if (labels < heaviest.size()) {
      String rest = "grey: " + (heaviest.size() - labels) + " more";
      svg.text(WIDTH - 4, 22, Svg.Anchor.END, rest, "tick");
    }
  }
}
