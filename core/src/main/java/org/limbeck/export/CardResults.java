package org.limbeck.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Repeats;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.FewExamples;
import org.limbeck.store.SplitResult;

/** The section of a model card on the results on test. */
final class CardResults {
  private CardResults() {}

  static String of(SelectedStudent student) {
    ClassMetrics test = student.test();
    List<String> names = student.run().data().classNames();
    return "## Results on test\n\n"
        + overview(student.run().test(), student.row())
        + "\n"
        + repeats(student.row())
        + bounds(test, names)
        + "\n"
        + classes(test, names)
        + "\n"
        + CardGroups.of(student.run().test().groups(), names)
        + calibration(student.run().test().calibration());
  }

  private static String overview(SplitResult test, Leaderboard.Row row) {
    List<List<String>> rows = new ArrayList<>();
    for (SplitMetric metric : metrics(test, row)) {
      rows.add(
          List.of(name(metric, test), Percent.of(metric.of(test)), Percent.of(row.of(metric))));
    }
    List<String> header =
        List.of(
            "", "This model", "Mean over seeds " + row.combination().seeds() + " (95 % interval)");
    return Markdown.table(1, header, rows);
  }

  private static String repeats(Leaderboard.Row row) {
    Repeats repeats = row.combination().repeats();
    return repeats.runs() == 1 ? "" : repeats.sentence() + "\n\n";
  }

  /** Without worst-k where k is 1: it is the worst class then. */
  private static List<SplitMetric> metrics(SplitResult test, Leaderboard.Row row) {
    return SplitMetric.available(row.combination().hasGroups()).stream()
        .filter(metric -> metric != SplitMetric.WORST_K_ACCURACY || test.metrics().worstK().k() > 1)
        .toList();
  }

  private static String name(SplitMetric metric, SplitResult test) {
    return metric == SplitMetric.WORST_K_ACCURACY
        ? metric.title() + ", k = " + test.metrics().worstK().k()
        : metric.title();
  }

  private static String bounds(ClassMetrics test, List<String> names) {
    String level = String.format(Locale.ROOT, "%.0f %%", 100 * test.confidence());
    return """
        Worst class: **%s**, %s right of %s test examples%s. On data drawn like the test split, whichever class is then the worst, its accuracy is

        - at least **%s**, at confidence %s, and
        - at most **%s**, at confidence %s,

        each taken by itself (exact one-sided Clopper-Pearson bounds; the upper one corrected for the number of classes).
        """
        .formatted(
            Markdown.escape(names.get(test.worstClass())),
            Percent.of(test.worstClassAccuracy()),
            test.classCount().get(test.worstClass()),
            few(test.classCount().get(test.worstClass()), ", which are few"),
            Percent.lower(test.worstClassLowerBound()),
            level,
            Percent.upper(test.worstClassUpperBound()),
            level);
  }

  private static String classes(ClassMetrics test, List<String> names) {
    List<List<String>> rows =
        IntStream.range(0, test.classes())
            .mapToObj(
                y ->
                    List.of(
                        Markdown.escape(names.get(y)),
                        test.classCount().get(y) + few(test.classCount().get(y), " (few)"),
                        accuracy(test.classAccuracy().get(y)),
                        bound(test.classLowerBound().get(y))))
            .toList();
    return Markdown.table(1, List.of("Class", "Test examples", "Accuracy", "Lower bound"), rows);
  }

  /** The mark of a class or group with few examples. */
  static String few(int examples, String mark) {
    return examples > 0 && FewExamples.onTest(examples) ? mark : "";
  }

  static String accuracy(@Nullable Double share) {
    return share == null ? "no examples" : Percent.of(share);
  }

  static String bound(@Nullable Double share) {
    return share == null ? "none" : Percent.lower(share);
  }

  private static String calibration(Calibration calibration) {
    Double worst = calibration.worstClassCalibrationGap();
    return String.format(
        Locale.ROOT,
        "Calibration on test (%s bins, 0 is perfect): expected calibration error %.4f, class-wise"
            + " %.4f, largest gap of a class %s; negative log likelihood %.4f nats, Brier score"
            + " %.4f.\n",
        calibration.bins(),
        calibration.expectedCalibrationError(),
        calibration.meanClasswiseCalibrationError(),
        worst == null ? "undefined" : String.format(Locale.ROOT, "%.4f", worst),
        calibration.negativeLogLikelihood(),
        calibration.brier());
  }
}
