package org.limbeck.metric;

import java.util.Arrays;
import java.util.List;

/**
 * How the worst class gap varies when the examples are drawn anew: the bootstrap over groups of
 * examples (Efron, Annals of Statistics 1979), whose tallies are drawn with replacement.
 *
 * <p>With as many groups as examples it is the ordinary bootstrap.
 */
public final class GapBootstrap {
  private GapBootstrap() {}

  /**
   * The worst gap of each resample, {@code [resamples]}.
   *
   * @param groups disjoint, of about the same size, each example in one of them at random
   * @param weights how often each group is drawn, {@code [resamples, groups]}
   */
  public static double[] worstGaps(List<CalibrationTally> groups, int[][] weights) {
    return Arrays.stream(weights)
        .parallel()
        .mapToDouble(ofGroups -> worstGap(groups, ofGroups))
        .toArray();
  }

  private static double worstGap(List<CalibrationTally> groups, int[] weights) {
    int bins = groups.get(0).perClass().size();
    int cells = groups.get(0).classes() * bins;
    var scores = new double[cells];
    var hits = new double[cells];
    for (int g = 0; g < weights.length; g++) {
      if (weights[g] > 0) {
        groups.get(g).perClass().scoresInto(scores, weights[g]);
        groups.get(g).perClass().hitsInto(hits, weights[g]);
      }
    }
    return GapShares.worst(GapShares.gaps(scores, hits, bins));
  }
}
