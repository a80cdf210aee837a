package org.limbeck.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.compare.Leaderboard;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.FewExamples;
import org.limbeck.report.chart.ClassAccuracyChart;
import org.limbeck.report.chart.ClassSpreadChart;
import org.limbeck.report.chart.Legend;
import org.limbeck.report.chart.Mark;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.table.ClassAccuracyTable;
import org.limbeck.report.table.DeltaWorstTable;
import org.limbeck.store.RunRecord;

/** The accuracy of each class: the chosen student beside the plain one, worst first. */
final class ClassAccuracySection {
  private final Html html;
  private final ReportInput input;

  ClassAccuracySection(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
  }

  void write() {
    html.open("section", "id", "classes").element("h2", "Each class");
    input
        .shown()
        .ifPresentOrElse(
            this::section, () -> html.element("p", "This study has no students.", "class", "lead"));
    html.close("section");
  }

  private void section(Leaderboard.Row row) {
    List<ClassAccuracyChart.Series> series = series(row);
    ClassMetrics metrics = series.get(0).metrics();
    List<Integer> order = worstFirst(metrics);
    lead(row, metrics, order);
    if (order.size() > ClassAccuracyChart.MOST_CLASSES) {
      new ClassSpreadChart(html, order.size(), series).draw();
    }
    html.open("figure", "class", "chart wide");
    new ClassAccuracyChart(html, input.classNames(), series).draw(order);
    html.open("figcaption");
    Legend.write(html, "", series.stream().map(ClassAccuracyChart.Series::legend).toList());
    html.close("figcaption").close("figure");
    new ClassAccuracyTable(html, input.classNames(), series).write(order);
    new DeltaWorstTable(html, series).write();
  }

  private List<ClassAccuracyChart.Series> series(Leaderboard.Row row) {
    List<ClassAccuracyChart.Series> series = new ArrayList<>();
    series.add(series(row, Mark.CIRCLE, "s1"));
    Optional<Leaderboard.Row> standard = input.leaderboard().standard();
    standard
        .filter(other -> !other.equals(row))
        .ifPresent(other -> series.add(series(other, Mark.SQUARE, "s2")));
    return series;
  }

  private ClassAccuracyChart.Series series(Leaderboard.Row row, Mark mark, String style) {
    RunRecord run = input.drawn(row);
    String name = row.combination().label() + (row.selected() ? " (selected)" : "");
    return new ClassAccuracyChart.Series(name, mark, style, run.test().metrics());
  }

  private static List<Integer> worstFirst(ClassMetrics metrics) {
    return IntStream.range(0, metrics.classes())
        .boxed()
        .sorted(Comparator.comparingDouble(y -> accuracy(metrics, y)))
        .toList();
  }

  // A class without test examples has no accuracy and comes last.
  private static double accuracy(ClassMetrics metrics, int y) {
    Double accuracy = metrics.classAccuracy().get(y);
    return accuracy == null ? 2 : accuracy;
  }

  private void lead(Leaderboard.Row row, ClassMetrics metrics, List<Integer> order) {
    int worst = metrics.worstClass();
    html.open("p", "class", "lead");
    html.text(
        "One seed on test: %s, seed %d. Its worst class is "
            .formatted(row.combination().label(), input.drawn(row).spec().seed()));
    html.element("strong", input.classNames().get(worst));
    html.text(
        " with %s of %s%s; with 95\u00a0%% confidence no class is truly below %s."
            .formatted(
                Numbers.percent(metrics.worstClassAccuracy()),
                Numbers.count(metrics.classCount().get(worst), "example"),
                FewExamples.onTest(metrics.classCount().get(worst)) ? ", which are few" : "",
                Numbers.lower(metrics.worstClassLowerBound())));
    if (order.size() > ClassAccuracyChart.MOST_CLASSES) {
      html.text(
          " The curves have all %2$d classes, the lines below them its %1$d worst."
              .formatted(ClassAccuracyChart.MOST_CLASSES, order.size()));
    }
    html.close("p");
  }
}
