package org.limbeck.data;

/**
 * An exponential long tail: n_i = floor(n_max ratio^(-i/(m-1))) examples for the i-th class.
 *
 * <p>Source: Cui et al., <i>Class-balanced loss based on effective number of samples</i>, CVPR
 * 2019; docs/method.md, section 6.
 *
 * @param ratio largest over smallest class, &gt;= 1
 * @param order which class is the i-th
 */
public record LongTail(double ratio, Order order) {

  /** How classes are ranked from head to tail. */
  public enum Order {
    /** Class 0 is the largest. */
    LABEL,
    /** Drawn from the split seed. */
    RANDOM
  }

  public LongTail {
    if (!(ratio >= 1) || Double.isInfinite(ratio)) {
      throw new IllegalArgumentException("ratio: expected a number >= 1, found " + ratio);
    }
  }

  /**
   * The class sizes, from head to tail.
   *
   * @param largest n_max
   * @param classes m
   */
  public int[] counts(int largest, int classes) {
    var counts = new int[classes];
    for (int i = 0; i < classes; i++) {
      double exponent = classes == 1 ? 0 : -(double) i / (classes - 1);
      counts[i] = (int) Math.floor(largest * Math.pow(ratio, exponent) + 1e-9);
    }
    return counts;
  }
}
