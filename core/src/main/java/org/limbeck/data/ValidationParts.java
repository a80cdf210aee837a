package org.limbeck.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * The validation split in two parts, cut within each class (in each of its groups): what drives a
 * run is measured on one part, and the run is judged on the other.
 *
 * <p>A class with a single validation example cannot have it in both: it drives, whichever part
 * does, and judges nothing. Rows are ascending, and count from 0 within the validation split.
 */
public final class ValidationParts {
  private static final String PURPOSE = "validation-parts";

  private final double judge;
  private final int[] first;
  private final int[] second;
  private final int[] single;
  private final int fewestJudging;

  /** One of the two parts. */
  public enum Part {
    /** The part that drives first. */
    FIRST,
    /** The part that judges what the first one drives. */
    SECOND;

    /** The part that judges what this one drives. */
    public Part other() {
      return this == FIRST ? SECOND : FIRST;
    }
  }

  private ValidationParts(double judge, int[] first, int[] second, int[] single, int fewest) {
    this.judge = judge;
    this.first = first;
    this.second = second;
    this.single = single;
    fewestJudging = fewest;
  }

  /**
   * Cuts a validation split.
   *
   * @param judge share of each class for the second part, in [0, 1): at least one example of two or
   *     more, and not all; 0 leaves the second part empty
   * @param seed of the split
   */
  static ValidationParts cut(Examples validation, int classes, double judge, long seed) {
    var first = IntStream.builder();
    var second = IntStream.builder();
    var single = IntStream.builder();
    int[] all = IntStream.range(0, validation.size()).toArray();
    int fewest = Integer.MAX_VALUE;
    for (int y = 0; y < classes; y++) {
      int judging = 0;
      for (int[] members : strata(validation, all, y, seed)) {
        int cut = size(members.length, judge);
        judging += cut;
        for (int i = 0; i < members.length; i++) {
          (members.length == 1 ? single : i < cut ? second : first).add(members[i]);
        }
      }
      fewest = Math.min(fewest, judging);
    }
    return new ValidationParts(judge, sorted(first), sorted(second), sorted(single), fewest);
  }

  private static Collection<int[]> strata(Examples validation, int[] all, int y, long seed) {
    return Stratified.strata(validation, all, y, seed, PURPOSE);
  }

  private static int size(int members, double judge) {
    return judge == 0 || members == 1
        ? 0
        : (int) Math.max(1, Math.min(members - 1, Math.round(judge * members)));
  }

  private static int[] sorted(IntStream.Builder rows) {
    return rows.build().sorted().toArray();
  }

  /** The share of each class in the second part that was asked for. */
  public double judge() {
    return judge;
  }

  /** The rows that drive a run which a part drives: that part, and classes of one example. */
  public int[] driving(Part part) {
    return IntStream.concat(Arrays.stream(part(part)), Arrays.stream(single)).sorted().toArray();
  }

  /** The rows of a part, without classes of one example. */
  public int[] rows(Part part) {
    return part(part).clone();
  }

  private int[] part(Part part) {
    return part == Part.FIRST ? first : second;
  }

  /** The number of examples in the second part of the class that has fewest there. */
  public int fewestJudging() {
    return fewestJudging;
  }
}
