package org.limbeck.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.RunRecord;

/** Class accuracies of the chosen and the standard student side by side, worst first. */
final class ClassSection {
  private static final int CLASSES_SHOWN = 40;
  private static final double ROW = 26;

  private ClassSection() {}

  static void add(Html html, Leaderboard leaderboard) {
    Optional<Leaderboard.Row> chosen = leaderboard.selected();
    if (chosen.isEmpty()) {
      return;
    }
    RunRecord run = chosen.get().combination().runs().get(0);
    RunRecord standard =
        leaderboard.standard().map(row -> row.combination().runs().get(0)).orElse(null);
    html.element("h2", "Class by class");
    html.raw("<figure>\n");
    List<Integer> order = worstFirst(metrics(run));
    chart(html, run, standard, order);
    html.raw("<figcaption><span class=\"key chosen\"></span>");
    html.raw(Html.escape(chosen.get().combination().label()));
    html.raw(standard == null ? "" : " <span class=\"key plain\"></span>standard / standard");
    html.format(
        ". Seed %d; accuracy on test, the whisker reaches down to the exact 95 %% lower bound of each class",
        run.spec().seed());
    html.raw(order.size() < run.data().classNames().size() ? "; the worst 40 classes" : "");
    html.raw(".</figcaption>\n</figure>\n");
    table(html, run, standard, order);
  }

  private static ClassMetrics metrics(RunRecord run) {
    return run.delivered().test().metrics();
  }

  private static double accuracy(ClassMetrics metrics, int y) {
    Double accuracy = metrics.classAccuracy().get(y);
    return accuracy == null ? 1 : accuracy;
  }

  private static List<Integer> worstFirst(ClassMetrics metrics) {
    return IntStream.range(0, metrics.classes())
        .boxed()
        .sorted(Comparator.comparingDouble(y -> accuracy(metrics, y)))
        .limit(CLASSES_SHOWN)
        .toList();
  }

  private static void chart(
      Html html, RunRecord run, @Nullable RunRecord standard, List<Integer> order) {
    double height = 60 + ROW * order.size();
    var unit = new Chart.Scale(0, 1);
    var chart =
        new Chart(html, "class accuracies", height, unit, new Chart.Scale(0, order.size()), 0);
    for (int i = 0; i <= 5; i++) {
      chart.line("grid", chart.x(i / 5.0), 12, chart.x(i / 5.0), height - 40);
      chart.text(chart.x(i / 5.0), height - 24, "middle", Integer.toString(20 * i));
    }
    chart.text(chart.x(0.5), height - 6, "middle", "accuracy of the class, %");
    for (int i = 0; i < order.size(); i++) {
      double middle = 12 + (i + 0.5) * (height - 52) / order.size();
      chart.text(chart.x(0) - 6, middle + 4, "end", shortened(run, order.get(i)));
      bar(chart, "chosen", metrics(run), order.get(i), standard == null ? middle : middle - 5);
      if (standard != null) {
        bar(chart, "plain", metrics(standard), order.get(i), middle + 5);
      }
    }
    chart.end();
  }

  private static String shortened(RunRecord run, int y) {
    String name = run.data().classNames().get(y);
    return name.length() > 7 ? name.substring(0, 6) + "…" : name;
  }

  private static void bar(Chart chart, String style, ClassMetrics metrics, int y, double middle) {
    Double accuracy = metrics.classAccuracy().get(y);
    Double bound = metrics.classLowerBound().get(y);
    if (accuracy == null || bound == null) {
      return;
    }
    String title =
        "%s %%, at least %s %%, %d examples"
            .formatted(Html.percent(accuracy), Html.percent(bound), metrics.classCount().get(y));
    double left = chart.x(0);
    chart.bar(style, left, middle - 4, chart.x(accuracy) - left, 8, title);
    chart.line("bound", chart.x(bound), middle, chart.x(accuracy), middle);
    chart.line("bound", chart.x(bound), middle - 4, chart.x(bound), middle + 4);
  }

  private static void table(
      Html html, RunRecord run, @Nullable RunRecord standard, List<Integer> order) {
    html.raw("<details><summary>As a table</summary><div class=\"wide\"><table>\n");
    html.raw("<tr><th>class</th><th>test examples</th><th>accuracy</th><th>lower bound</th>");
    html.raw(standard == null ? "</tr>\n" : "<th>standard / standard</th></tr>\n");
    for (int y : order) {
      ClassMetrics metrics = metrics(run);
      html.raw("<tr>").element("th scope=\"row\"", run.data().classNames().get(y));
      html.format("<td>%s</td>", metrics.classCount().get(y));
      html.format("<td>%s</td>", share(metrics.classAccuracy().get(y)));
      html.format("<td>%s</td>", share(metrics.classLowerBound().get(y)));
      html.raw(
          standard == null
              ? ""
              : "<td>" + share(metrics(standard).classAccuracy().get(y)) + "</td>");
      html.raw("</tr>\n");
    }
    html.raw("</table></div></details>\n");
  }

  private static String share(@Nullable Double share) {
    return share == null ? "-" : Html.percent(share);
  }
}
