package org.limbeck.diagnosis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.limbeck.base.NamedRandom;
import org.limbeck.metric.CalibrationTally;

/**
 * The number of random draws of a diagnosis, which depends on the size of the table, and the draws
 * themselves. They are the same in every score mode, so that modes are compared in pairs. The gate
 * draws the same for its calibration gap.
 *
 * @param examples n
 * @param classes m
 * @param bins of the calibration
 */
public record Resamples(int examples, int classes, int bins) {
  private static final long SEED = 0;
  private static final int MOST = 200;
  private static final int LEAST = 20;

  // Bounds of memory and time: 50,000 examples of 1,000 classes are diagnosed in seconds.
  private static final long MOST_CELLS = 4_000_000;
  private static final long MOST_LABELS = 4_000_000;
  private static final long MOST_SUMS = 100_000_000;

  private static int within(long affordable) {
    return (int) Math.max(LEAST, Math.min(MOST, affordable));
  }

  /** The number of random groups of examples that the bootstrap draws from. */
  int groups() {
    return Math.min(examples, within(MOST_CELLS / ((long) classes * bins)));
  }

  /** The number of bootstrap resamples. */
  int bootstraps() {
    return within(MOST_SUMS / ((long) groups() * classes * bins));
  }

  /** The number of times that labels are drawn from the scores. */
  int draws() {
    long cells = 4 * MOST_CELLS / ((long) classes * bins);
    return within(Math.min(cells, MOST_LABELS / examples));
  }

  /** The examples of each group, ascending; sizes differ by one at most. */
  public int[][] members() {
    int[] order = new NamedRandom(SEED, "diagnosis/groups").permutation(examples);
    int groups = groups();
    var members = new int[groups][];
    for (int g = 0; g < groups; g++) {
      int from = (int) ((long) examples * g / groups);
      int to = (int) ((long) examples * (g + 1) / groups);
      members[g] = Arrays.copyOfRange(order, from, to);
      Arrays.sort(members[g]);
    }
    return members;
  }

  /** How often each group is drawn, {@code [bootstraps, groups]}. */
  public int[][] weights() {
    var random = new NamedRandom(SEED, "diagnosis/bootstrap");
    var weights = new int[bootstraps()][groups()];
    for (int[] drawn : weights) {
      IntStream.range(0, drawn.length).forEach(g -> drawn[random.nextInt(drawn.length)]++);
    }
    return weights;
  }

  /** The generator of the labels drawn in a group. */
  NamedRandom labels(int group) {
    return new NamedRandom(SEED, "diagnosis/labels/" + group);
  }

  /** An empty tally of this table's size. */
  public CalibrationTally tally() {
    return new CalibrationTally(classes, bins);
  }
}
