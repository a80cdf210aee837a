package org.limbeck.objective;

/**
 * How much each training example counts, with a mean of 1; all alike where none are given.
 *
 * <p>They multiply the label weights, so that all that is computed of those, losses, priors and
 * class masses, counts an example of weight 2 as two examples (docs/method.md, section 1).
 */
public final class RowWeights {
  /** All count alike. */
  public static final RowWeights NONE = new RowWeights(new float[0]);

  private final float[] values;

  private RowWeights(float[] values) {
    this.values = values;
  }

  /**
   * Weights, scaled to a mean of 1.
   *
   * @param weights finite and &gt; 0, {@code [examples]}; empty for none
   */
  public static RowWeights of(float[] weights) {
    if (weights.length == 0) {
      return NONE;
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] > 0) || Float.isInfinite(weights[i])) {
        throw new IllegalArgumentException(
            "weight of example %d: expected a finite number > 0, found %s"
                .formatted(i, weights[i]));
      }
      sum += weights[i];
    }
    var scaled = new float[weights.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (weights[i] * (weights.length / sum));
    }
    return new RowWeights(scaled);
  }

  /** Whether all examples count alike. */
  public boolean none() {
    return values.length == 0;
  }

  /** The number of weights; 0 where there are none. */
  public int size() {
    return values.length;
  }

  /** The weight of one example. */
  public float of(int example) {
    return values.length == 0 ? 1 : values[example];
  }
}
