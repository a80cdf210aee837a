package org.limbeck.teacher;

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
 * @param ofClass mean gap of each class; {@code null} for a class that was never drawn
 */
public record ChanceGap(
    int draws, double worst, double worstUpper, List<@Nullable Double> ofClass) {
  private static final double LEVEL = 0.95;

  public ChanceGap {
    ofClass = Collections.unmodifiableList(new ArrayList<>(ofClass));
  }

  /** From the gaps of every draw, {@code [draws, classes]}; NaN where a class was not drawn. */
  static ChanceGap of(double[][] gaps) {
    double[] worst = Arrays.stream(gaps).mapToDouble(ChanceGap::worst).sorted().toArray();
    int quantile = (int) Math.ceil(LEVEL * worst.length) - 1;
    List<@Nullable Double> ofClass = new ArrayList<>();
    for (int y = 0; y < gaps[0].length; y++) {
      int label = y;
      ofClass.add(mean(Arrays.stream(gaps).mapToDouble(draw -> draw[label]).toArray()));
    }
    double mean = Arrays.stream(worst).average().orElseThrow();
    return new ChanceGap(worst.length, mean, worst[quantile], ofClass);
  }

  private static double worst(double[] gaps) {
    return Arrays.stream(gaps).filter(gap -> !Double.isNaN(gap)).max().orElse(0);
  }

  private static @Nullable Double mean(double[] gaps) {
    var mean = Arrays.stream(gaps).filter(gap -> !Double.isNaN(gap)).average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }
}
