package org.limbeck.cli.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.FewExamples;
import org.limbeck.scores.ScoreTable;
import org.limbeck.workflow.Evaluate;

/** An evaluation as text: a line for each class, then the summary. */
public final class EvaluateText {
  private static final int MOST_LINES = 40;
  private static final int WORST_LINES = 20;
  private static final int MOST_WIDTH = 40;

  private final ClassMetrics metrics;
  private final List<String> names;
  private final StringBuilder text = new StringBuilder();

  private EvaluateText(ScoreTable table, ClassMetrics metrics) {
    this.metrics = metrics;
    names = table.namesOfClasses();
  }

  public static String of(ScoreTable table, Evaluate.Result result) {
    var writer = new EvaluateText(table, result.classMetrics());
    if (!table.found().isEmpty()) {
      writer.line("%s%n", table.found());
    }
    writer.classes();
    writer.summary();
    result.deltaWorst().forEach(writer::deltaWorst);
    writer.absent();
    if (result.calibration() != null) {
      writer.calibration(result.calibration());
    }
    if (result.groups() != null) {
      writer.text.append(GroupText.of(result.groups(), writer.names));
    }
    return writer.text.toString();
  }

  private void classes() {
    List<Integer> all = present().toList();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    String column = "%" + Math.max(6, Math.min(MOST_WIDTH, width)) + "s ";
    line(column + "%8s %9s %12s", "class", "count", "accuracy", "lower bound");
    List<Integer> shown = all;
    if (all.size() > MOST_LINES) {
      shown = all.stream().sorted(worstFirst()).limit(WORST_LINES).toList();
    }
    for (int y : shown) {
      line(
          column + "%8d %9.4f %12.4f",
          names.get(y),
          metrics.classCount().get(y),
          metrics.classAccuracy().get(y),
          metrics.classLowerBound().get(y));
    }
    if (shown.size() < all.size()) {
      line("The %d worst of %d classes are shown; --json has them all.", shown.size(), all.size());
    }
    line("");
  }

  private void summary() {
    int examples = metrics.classCount().stream().mapToInt(Integer::intValue).sum();
    line("examples                %d in %d classes", examples, metrics.classes());
    line("accuracy                %.4f", metrics.accuracy());
    line("balanced accuracy       %.4f", metrics.balancedAccuracy());
    int worst = metrics.worstClass();
    line(
        "worst-class accuracy    %.4f (class %s%s)",
        metrics.worstClassAccuracy(), names.get(worst), few(metrics.classCount().get(worst)));
    line(
        "  at confidence %-7s at least %.4f; at most %.4f (each alone)",
        metrics.confidence(), metrics.worstClassLowerBound(), metrics.worstClassUpperBound());
    if (metrics.worstK().k() > 1) { // with k = 1 it is the worst class
      line("mean of the %-11s %.4f", metrics.worstK().k() + " worst", metrics.worstK().mean());
    }
  }

  private static String few(int examples) {
    return FewExamples.onTest(examples)
        ? "; few examples, %d, so read the bound".formatted(examples)
        : "";
  }

  private void deltaWorst(double delta, double accuracy) {
    line(
        "delta-worst at %-8s %.4f (lowest over class frequencies within %1$s nats of uniform)",
        delta, accuracy);
  }

  private void absent() {
    List<String> absent =
        IntStream.range(0, metrics.classes())
            .filter(y -> metrics.classCount().get(y) == 0)
            .mapToObj(names::get)
            .toList();
    if (!absent.isEmpty()) {
      line(
          "%d of %d classes have no examples, so nothing above is about them: %s%s",
          absent.size(),
          metrics.classes(),
          String.join(", ", absent.subList(0, Math.min(WORST_LINES, absent.size()))),
          absent.size() > WORST_LINES ? ", ..." : "");
    }
  }

  private void calibration(Calibration calibration) {
    line("");
    line("calibration, %d bins", calibration.bins());
    line("expected error          %.4f", calibration.expectedCalibrationError());
    line("class-wise error        %.4f", calibration.meanClasswiseCalibrationError());
    Double worst = calibration.worstClassCalibrationGap();
    if (worst == null) {
      line("worst class gap         undefined: no class has both examples and probability");
    } else {
      line(
          "worst class gap         %.4f (class %s)",
          worst, names.get(calibration.classCalibrationGap().indexOf(worst)));
    }
    line("negative log-likelihood %.4f", calibration.negativeLogLikelihood());
    line("Brier score             %.4f", calibration.brier());
  }

  private Stream<Integer> present() {
    return IntStream.range(0, metrics.classes())
        .filter(y -> metrics.classCount().get(y) > 0)
        .boxed();
  }

  private Comparator<Integer> worstFirst() {
    return Comparator.comparingDouble(y -> Objects.requireNonNull(metrics.classAccuracy().get(y)));
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
