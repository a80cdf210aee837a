package org.limbeck.gate;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.diagnosis.Diagnosis;
import org.limbeck.diagnosis.Resamples;
import org.limbeck.gate.exact.Bounds;
import org.limbeck.metric.CalibrationTally;
import org.limbeck.metric.GapBootstrap;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.Scores;

/**
 * The largest calibration gap of a class, with the gaps of bootstrap resamples.
 *
 * <p>The gap is a sum of distances, so noise only adds to it, and resampling adds once more: its
 * upper quantile errs towards "undecided". The bounds are approximate, and no rule on a gap is ever
 * violated.
 *
 * @param value the worst gap; {@code null} if no class has one
 * @param className the class that has it, {@code null} if none has
 * @param examples n
 * @param resampled the worst gap of each resample, ascending
 */
public record CalibrationGap(
    @Nullable Double value, @Nullable String className, int examples, List<Double> resampled) {
  public CalibrationGap {
    resampled = List.copyOf(resampled);
  }

  /** The gap of a table with scores. */
  static CalibrationGap of(ScoreTable table) {
    if (table.scores() instanceof Scores.None) {
      throw new LimbeckException(
          table.source()
              + ": has predictions but no scores, so its calibration gap is not known; give a"
              + " probability for each class, or leave the rule out");
    }
    double[] probabilities = table.probabilities().orElseThrow();
    var resamples = new Resamples(table.examples(), table.classes(), Diagnosis.BINS);
    List<CalibrationTally> groups =
        Arrays.stream(resamples.members())
            .parallel()
            .map(members -> tally(resamples, members, probabilities, table))
            .toList();
    CalibrationTally total = resamples.tally();
    groups.forEach(total::merge);
    List<@Nullable Double> gaps = total.calibration().classCalibrationGap();
    Double worst = total.calibration().worstClassCalibrationGap();
    double[] drawn = GapBootstrap.worstGaps(groups, resamples.weights());
    return new CalibrationGap(
        worst,
        worst == null ? null : table.namesOfClasses().get(gaps.indexOf(worst)),
        table.examples(),
        Arrays.stream(drawn).sorted().boxed().toList());
  }

  private static CalibrationTally tally(
      Resamples resamples, int[] members, double[] probabilities, ScoreTable table) {
    CalibrationTally tally = resamples.tally();
    for (int example : members) {
      tally.add(probabilities, example * table.classes(), table.labels()[example]);
    }
    return tally;
  }

  /** The quantiles d and 1 - d of the resamples. */
  Bounds bounds(double d) {
    return new Bounds(quantile(d), quantile(1 - d));
  }

  private double quantile(double level) {
    int rank = (int) Math.ceil(level * resampled.size());
    return resampled.get(Math.max(1, Math.min(resampled.size(), rank)) - 1);
  }
}
