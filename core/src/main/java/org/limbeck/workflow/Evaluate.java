package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.ClassTally;
import org.limbeck.metric.DeltaWorst;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.scores.Categories;
import org.limbeck.scores.ScoreTable;
import org.limbeck.workflow.scored.ScoredExamples;

/**
 * Class metrics, bounds and calibration of any model's predictions: what {@code limbeck evaluate}
 * does.
 *
 * <pre>{@code
 * var table = ScoreTable.read(Path.of("predictions.csv"), TableRequest.PREDICTIONS);
 * var result = Evaluate.of(table, Evaluate.Options.DEFAULT);
 * System.out.println(result.classMetrics().worstClassAccuracy());
 * }</pre>
 */
public final class Evaluate {
  private Evaluate() {}

  /**
   * How to evaluate.
   *
   * @param confidence level of the bounds, in (0, 1)
   * @param bins the number of equal-width calibration bins, at least 1
   * @param worstK k of the worst-k mean, at least 1; max(1, ceil(m / 10)) if empty
   * @param deltas radii in nats of the delta-worst accuracies, each finite and &gt;= 0
   */
  public record Options(double confidence, int bins, OptionalInt worstK, List<Double> deltas) {
    private static final int MOST_BINS = 10_000;

    /** 0.95, 15 bins, a tenth of the classes, deltas 0.1 and 0.5. */
    public static final Options DEFAULT =
        new Options(0.95, 15, OptionalInt.empty(), List.of(0.1, 0.5));

    public Options {
      if (!(confidence > 0 && confidence < 1)) {
        throw new IllegalArgumentException(
            "confidence: expected a number between 0 and 1, found " + confidence);
      }
      if (bins < 1 || bins > MOST_BINS) {
        throw new IllegalArgumentException(
            "bins: expected 1 to %d, found %d".formatted(MOST_BINS, bins));
      }
      if (worstK.orElse(1) < 1) {
        throw new IllegalArgumentException(
            "worst-k: expected 1 or more, found " + worstK.orElseThrow());
      }
      deltas = List.copyOf(deltas);
      for (double delta : deltas) {
        if (!(delta >= 0 && delta < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              "delta: expected a number of nats, 0 or more, found " + delta);
        }
      }
    }
  }

  /**
   * The figures of an evaluation.
   *
   * @param deltaWorst the delta-worst accuracy of each delta, ascending; see {@link DeltaWorst}
   * @param calibration {@code null} without probabilities
   * @param groups {@code null} without groups
   */
  public record Result(
      ClassMetrics classMetrics,
      SortedMap<Double, Double> deltaWorst,
      @Nullable Calibration calibration,
      @Nullable GroupMetrics groups) {
    public Result {
      deltaWorst = Collections.unmodifiableSortedMap(new TreeMap<>(deltaWorst));
    }
  }

  /**
   * The metrics of a table.
   *
   * @throws LimbeckException if worst-k is larger than the number of classes
   */
  public static Result of(ScoreTable table, Options options) {
    int m = table.classes();
    if (options.worstK().orElse(1) > m) {
      throw new LimbeckException(
          "worst-k: expected %d or less, the number of classes, found %d"
              .formatted(m, options.worstK().orElseThrow()));
    }
    var tally = ClassTally.of(m, table.labels(), table.predictions());
    var metrics = ClassMetrics.of(tally, options.confidence(), options.worstK());
    return new Result(
        metrics,
        deltaWorst(metrics, options.deltas()),
        table
            .probabilities()
            .map(p -> Calibration.of(p, m, table.labels(), options.bins()))
            .orElse(null),
        table.groups().map(groups -> groups(table, groups, options)).orElse(null));
  }

  /**
   * The predictions of an ONNX model, to be evaluated.
   *
   * @param data to score; empty is an error that names the remedy
   * @throws LimbeckException if the model does not fit the data
   */
  public static ScoreTable predictions(Path onnx, Optional<ScoredExamples> data) {
    ScoredModel model = ScoredModel.of(onnx, data);
    return model.table().withFound(String.join("; ", model.notes()));
  }

  private static SortedMap<Double, Double> deltaWorst(ClassMetrics metrics, List<Double> deltas) {
    var values = new TreeMap<Double, Double>();
    deltas.forEach(delta -> values.put(delta, DeltaWorst.of(metrics, delta)));
    return values;
  }

  private static GroupMetrics groups(ScoreTable table, Categories groups, Options options) {
    return GroupMetrics.of(
        table.classes(),
        table.labels(),
        table.predictions(),
        groups.of(),
        groups.names(),
        options.confidence());
  }
}
