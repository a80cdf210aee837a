package org.limbeck.diagnosis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.calibration.ScoreMode;

/**
 * How much larger the worst gap of one score mode is than that of the mode with the smallest, among
 * those that are plausible.
 *
 * @param mode the mode
 * @param worstGap its worst gap
 * @param negativeLogLikelihood of the labels, in nats
 * @param plausible whether that is close enough to the smallest: bins of width 1/15 cannot see the
 *     errors of scores that are all small, and a likelihood can
 * @param difference to the smallest worst gap of a plausible mode; at least 0 for these
 * @param low lower end of the 95 % interval: difference - 1.96 standard deviations of the paired
 *     bootstrap over groups of examples
 * @param high its upper end
 */
public record GapDifference(
    ScoreMode mode,
    double worstGap,
    double negativeLogLikelihood,
    boolean plausible,
    double difference,
    double low,
    double high) {
  private static final double NORMAL_QUANTILE = 1.96;

  private static final double MOST_LIKELIHOOD_RATIO = 1.25;
  private static final double LIKELIHOOD_SLACK = 0.05;

  /** Every mode against the plausible one with the smallest worst gap; of equals the first. */
  static List<GapDifference> of(List<ModeDiagnosis> modes, List<double[]> bootstraps) {
    double smallest = modes.stream().mapToDouble(GapDifference::likelihood).min().orElseThrow();
    double most = MOST_LIKELIHOOD_RATIO * smallest + LIKELIHOOD_SLACK;
    ModeDiagnosis best =
        modes.stream()
            .filter(mode -> likelihood(mode) <= most)
            .min(Comparator.comparingDouble(ModeDiagnosis::worstGap))
            .orElseThrow();
    double[] ofBest = bootstraps.get(modes.indexOf(best));
    return IntStream.range(0, modes.size())
        .mapToObj(i -> of(modes.get(i), most, best.worstGap(), bootstraps.get(i), ofBest))
        .toList();
  }

  private static double likelihood(ModeDiagnosis mode) {
    return mode.measured().negativeLogLikelihood();
  }

  private static GapDifference of(
      ModeDiagnosis mode, double most, double smallest, double[] resampled, double[] best) {
    var differences = new double[resampled.length];
    Arrays.setAll(differences, r -> resampled[r] - best[r]);
    double mean = Arrays.stream(differences).average().orElseThrow();
    double squares = Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
    double half = NORMAL_QUANTILE * Math.sqrt(squares / (differences.length - 1));
    double difference = mode.worstGap() - smallest;
    return new GapDifference(
        mode.mode(),
        mode.worstGap(),
        likelihood(mode),
        likelihood(mode) <= most,
        difference,
        difference - half,
        difference + half);
  }

  /** Whether examples drawn anew could make this plausible mode the best. */
  public boolean withinNoise() {
    return plausible && low <= 0;
  }
}
