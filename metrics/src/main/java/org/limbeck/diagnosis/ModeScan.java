package org.limbeck.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.base.NamedRandom;
import org.limbeck.calibration.CrossFit;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.metric.CalibrationTally;
import org.limbeck.metric.ChanceHits;
import org.limbeck.metric.GapBootstrap;

/** One pass over a table in one score mode: tallies of groups of examples, and drawn labels. */
final class ModeScan {
  private final CrossFit fit;
  private final HeldOutScores heldOut;
  private final Resamples resamples;
  private final int classes;
  private final ChanceHits drawn;
  private final List<CalibrationTally> groups;

  ModeScan(CrossFit fit, HeldOutScores heldOut, Resamples resamples) {
    this.fit = fit;
    this.heldOut = heldOut;
    this.resamples = resamples;
    classes = resamples.classes();
    drawn = new ChanceHits(classes, resamples.bins(), resamples.draws());
    int[][] members = resamples.members();
    groups =
        IntStream.range(0, members.length)
            .parallel()
            .mapToObj(group -> scan(group, members[group]))
            .toList();
  }

  private CalibrationTally scan(int group, int[] members) {
    CalibrationTally tally = resamples.tally();
    NamedRandom random = resamples.labels(group);
    var probabilities = new double[classes];
    var cumulative = new double[classes];
    for (int example : members) {
      fit.score(heldOut, example, probabilities);
      tally.add(probabilities, 0, heldOut.labels()[example]);
      draw(probabilities, cumulative, random);
    }
    return tally;
  }

  private void draw(double[] probabilities, double[] cumulative, NamedRandom random) {
    double sum = 0;
    for (int y = 0; y < classes; y++) {
      sum += probabilities[y];
      cumulative[y] = sum;
    }
    for (int r = 0; r < drawn.resamples(); r++) {
      int found = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
      int label = Math.min(found < 0 ? -found - 1 : found, classes - 1);
      drawn.add(r, label, probabilities[label]);
    }
  }

  /** All examples. */
  CalibrationTally total() {
    CalibrationTally total = resamples.tally();
    groups.forEach(total::merge);
    return total;
  }

  /** The worst gap of each bootstrap resample. */
  double[] bootstrap() {
    return GapBootstrap.worstGaps(groups, resamples.weights());
  }

  /** The gaps of the labels drawn from the scores, {@code [draws, classes]}. */
  double[][] chance(CalibrationTally total) {
    return drawn.gaps(total);
  }
}
