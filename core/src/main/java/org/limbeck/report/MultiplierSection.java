package org.limbeck.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.RunRecord;
import org.limbeck.train.EpochRecord;

/** The multipliers of a robust student over its epochs. */
final class MultiplierSection {
  private static final int LABELLED = 4;

  private MultiplierSection() {}

  static void add(
      Html html, Leaderboard leaderboard, Function<RunRecord, List<EpochRecord>> history) {
    html.element("h2", "Multipliers over epochs");
    Optional<Leaderboard.Row> row =
        Stream.concat(leaderboard.selected().stream(), leaderboard.students().stream())
            .filter(MultiplierSection::isRobust)
            .findFirst();
    if (row.isEmpty()) {
      html.element("p", "No student has the robust objective, so no multipliers moved.");
      return;
    }
    RunRecord run = row.get().combination().runs().get(0);
    List<EpochRecord> epochs = history.apply(run);
    html.raw("<figure>\n");
    chart(html, run, epochs);
    html.raw("<figcaption>").raw(Html.escape(row.get().combination().label()));
    html.format(
        ", seed %d. The more a class is wrong on validation, the faster its multiplier grows; the dashed line is where all begin, 1/m.</figcaption>\n",
        run.spec().seed());
    html.raw("</figure>\n");
  }

  private static boolean isRobust(Leaderboard.Row row) {
    return row.combination().student() != null
        && row.combination().student().name().equals("robust");
  }

  private static void chart(Html html, RunRecord run, List<EpochRecord> epochs) {
    double most =
        epochs.stream().flatMapToDouble(e -> Arrays.stream(e.multipliers())).max().orElse(1);
    var chart =
        new Chart(
            html,
            "multipliers over epochs",
            300,
            new Chart.Scale(0, epochs.size()),
            new Chart.Scale(0, Math.min(1, Math.ceil(most * 20) / 20)),
            44);
    chart.axes(new Chart.Axis("epoch", "%.0f", 1), new Chart.Axis("multiplier", "%.2f", 1));
    int classes = run.data().classNames().size();
    chart.path(
        "uniform", chart.point(0, 1.0 / classes) + chart.point(epochs.size(), 1.0 / classes));
    double[] last = epochs.get(epochs.size() - 1).multipliers();
    List<Integer> largest =
        IntStream.range(0, classes)
            .boxed()
            .sorted(Comparator.comparingDouble(y -> -last[y]))
            .limit(LABELLED)
            .toList();
    for (int y = 0; y < classes; y++) {
      curve(chart, run, epochs, y, largest.indexOf(y));
    }
    chart.end();
  }

  private static void curve(Chart chart, RunRecord run, List<EpochRecord> epochs, int y, int rank) {
    var points = new StringBuilder(chart.point(0, 1.0 / run.data().classNames().size()));
    for (EpochRecord epoch : epochs) {
      points.append(chart.point(epoch.epoch(), epoch.multipliers()[y]));
    }
    chart.path(rank < 0 ? "curve" : "curve top" + rank, points.toString());
    if (rank >= 0) {
      double end = epochs.get(epochs.size() - 1).multipliers()[y];
      String name = run.data().classNames().get(y);
      chart.text(chart.x(epochs.size()) + 4, chart.y(end) + 4, "start", name);
    }
  }
}
