package org.limbeck.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.limbeck.metric.Interval;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.Metric;
import org.limbeck.study.RunSpec;

/** Accuracy against worst-class accuracy, with the front. */
final class FrontSection {
  private FrontSection() {}

  static void add(Html html, Leaderboard leaderboard) {
    html.element("h2", "Accuracy and worst class");
    html.raw("<figure>\n");
    var chart =
        new Chart(
            html,
            "accuracy against worst-class accuracy",
            340,
            scale(leaderboard, Metric.ACCURACY, 0.05),
            scale(leaderboard, Metric.WORST_CLASS_ACCURACY, 0.1),
            0);
    chart.axes(Chart.Axis.percent("accuracy"), Chart.Axis.percent("worst-class accuracy"));
    front(chart, leaderboard.students());
    leaderboard.rows().forEach(row -> point(chart, row));
    chart.end();
    html.raw("<figcaption>Circles are students (");
    for (String name : List.of("standard", "balanced", "robust")) {
      html.format("<span class=\"key %s\"></span>%s ", name, name);
    }
    html.raw("), squares the teachers. Whiskers are 95 % intervals over seeds; the dashed line");
    html.raw(" joins the front; the ring marks what was selected on validation.</figcaption>\n");
    html.raw("</figure>\n");
  }

  private static Chart.Scale scale(Leaderboard leaderboard, Metric metric, double step) {
    DoubleStream means = leaderboard.rows().stream().mapToDouble(row -> row.of(metric).mean());
    var range = means.summaryStatistics();
    return Chart.Scale.around(range.getMin() - step / 4, range.getMax() + step / 4, step);
  }

  private static void front(Chart chart, List<Leaderboard.Row> students) {
    var points = new StringBuilder();
    students.stream()
        .filter(Leaderboard.Row::onFront)
        .sorted(Comparator.comparingDouble(row -> row.of(Metric.ACCURACY).mean()))
        .forEach(
            row ->
                points.append(
                    chart.point(
                        row.of(Metric.ACCURACY).mean(),
                        row.of(Metric.WORST_CLASS_ACCURACY).mean())));
    chart.path("front", points.toString());
  }

  private static void point(Chart chart, Leaderboard.Row row) {
    Interval accuracy = row.of(Metric.ACCURACY);
    Interval worst = row.of(Metric.WORST_CLASS_ACCURACY);
    double x = chart.x(accuracy.mean());
    double y = chart.y(worst.mean());
    RunSpec.ObjectiveSpec student = row.combination().student();
    String style = (student == null ? row.combination().teacher() : student).name();
    if (accuracy.low() != null && accuracy.high() != null) {
      chart.line("whisker " + style, chart.x(accuracy.low()), y, chart.x(accuracy.high()), y);
    }
    if (worst.low() != null && worst.high() != null) {
      chart.line("whisker " + style, x, chart.y(worst.low()), x, chart.y(worst.high()));
    }
    String title =
        "%s: accuracy %s, worst class %s"
            .formatted(row.combination().label(), Html.percent(accuracy), Html.percent(worst));
    if (student == null) {
      chart.square(style, x, y, 5, title);
    } else {
      chart.circle(style, x, y, 5, title);
    }
    if (row.selected()) {
      chart.circle("ring", x, y, 10, title);
    }
  }
}
