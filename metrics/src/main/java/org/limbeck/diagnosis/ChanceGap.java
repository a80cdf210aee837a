package org.limbeck.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gaps that a perfectly calibrated teacher with the same scores shows by chance: those of
 * labels that are drawn from the scores.
 *
 * <p>Gaps are sums of distances, so noise only adds to them: with few examples a teacher without
 * error has a gap, too (docs/method.md, section 4).
 *
 * @param draws how often all labels were drawn
 * @param worst mean of the worst class gap
 * @param worstUpper its 95 % quantile
 * @param excessUpper 95 % quantile of the largest difference of a class's gap to its mean
 * @param ofClass mean gap of each class; {@code null} for a class that was never drawn
 */
public record ChanceGap(
    int draws,
    double worst,
    double worstUpper,
    double excessUpper,
    List<@Nullable Double> ofClass) {
  private static final double LEVEL = 0.95;

  public ChanceGap {
    ofClass = Collections.unmodifiableList(new ArrayList<>(ofClass));
  }

  /** From the gaps of every draw, {@code [draws, classes]}; NaN where a class was not drawn. */
  static ChanceGap of(double[][] gaps) {
    double[] means = means(gaps);
    double[] worst = Arrays.stream(gaps).mapToDouble(ChanceGap::largest).toArray();
    double[] excess =
        Arrays.stream(gaps).mapToDouble(draw -> largest(difference(draw, means))).toArray();
    List<@Nullable Double> ofClass = new ArrayList<>();
    for (double mean : means) {
      ofClass.add(Double.isNaN(mean) ? null : mean);
    }
    double mean = Arrays.stream(worst).average().orElseThrow();
    return new ChanceGap(gaps.length, mean, quantile(worst), quantile(excess), ofClass);
  }

  private static double[] means(double[][] gaps) {
    var means = new double[gaps[0].length];
    Arrays.setAll(means, y -> mean(Arrays.stream(gaps).mapToDouble(draw -> draw[y]).toArray()));
    return means;
  }

  private static double mean(double[] gaps) {
    return Arrays.stream(gaps).filter(gap -> !Double.isNaN(gap)).average().orElse(Double.NaN);
  }

  private static double[] difference(double[] gaps, double[] means) {
    var difference = new double[gaps.length];
    Arrays.setAll(difference, y -> gaps[y] - means[y]);
    return difference;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(0);
  }

  private static double quantile(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return sorted[(int) Math.ceil(LEVEL * sorted.length) - 1];
  }
}
