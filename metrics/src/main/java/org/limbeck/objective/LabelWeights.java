package org.limbeck.objective;

/**
 * The label weights r: for each example a distribution over the classes, {@code [examples,
 * classes]}.
 *
 * <p>A teacher learns from one-hot weights, a student from its teacher's probabilities; this is the
 * only difference between the two (docs/method.md, section 1). Where examples do not count alike,
 * each row is multiplied by the weight of its example ({@link #weighted}).
 */
public final class LabelWeights {
  private static final double TOLERANCE = 1e-4;

  private final int classes;
  private final float[] values;
  private final double[] classMass;

  private LabelWeights(int classes, float[] values) {
    this.classes = classes;
    this.values = values;
    classMass = new double[classes];
    for (int start = 0; start < values.length; start += classes) {
      for (int y = 0; y < classes; y++) {
        classMass[y] += values[start + y];
      }
    }
  }

  /** One-hot weights of integer labels, each in [0, classes). */
  public static LabelWeights oneHot(int[] labels, int classes) {
    var values = new float[Math.multiplyExact(labels.length, classes)];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "label of example %d: expected [0, %d), found %d".formatted(i, classes, labels[i]));
      }
      values[i * classes + labels[i]] = 1;
    }
    return new LabelWeights(classes, values);
  }

  /**
   * Weights given row by row.
   *
   * @param values row-major {@code [examples, classes]}, each in [0, 1], rows summing to 1 within
   *     1e-4
   */
  public static LabelWeights of(int classes, float[] values) {
    if (classes < 1 || values.length % classes != 0) {
      throw new IllegalArgumentException(
          "label weights: " + values.length + " values are not rows of " + classes + " classes");
    }
    for (int row = 0; row * classes < values.length; row++) {
      checkRow(row, classes, values);
    }
    return new LabelWeights(classes, values.clone());
  }

  private static void checkRow(int row, int classes, float[] values) {
    double sum = 0;
    for (int y = 0; y < classes; y++) {
      float value = values[row * classes + y];
      if (!(value >= 0)) {
        throw new IllegalArgumentException(
            "label weights: row " + row + ", class " + y + ": expected [0, 1], found " + value);
      }
      sum += value;
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "label weights: row " + row + ": expected a sum of 1, found " + sum);
    }
  }

  /** The number of examples n. */
  public int examples() {
    return values.length / classes;
  }

  /** The number of classes m. */
  public int classes() {
    return classes;
  }

  /** r_iy. */
  public double of(int example, int y) {
    return values[example * classes + y];
  }

  /** Copies the row of one example, {@code [classes]}, into {@code into} from {@code offset} on. */
  public void read(int example, float[] into, int offset) {
    System.arraycopy(values, example * classes, into, offset, classes);
  }

  /** The weights of the examples at {@code indices}, in that order. */
  public LabelWeights select(int[] indices) {
    var chosen = new float[indices.length * classes];
    for (int i = 0; i < indices.length; i++) {
      read(indices[i], chosen, i * classes);
    }
    return new LabelWeights(classes, chosen);
  }

  /** The label weights w_i r_iy; these themselves if all examples count alike. */
  public LabelWeights weighted(RowWeights weights) {
    if (weights.none()) {
      return this;
    }
    if (weights.size() != examples()) {
      throw new IllegalArgumentException(
          "expected %d weights, found %d".formatted(examples(), weights.size()));
    }
    var scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = values[i] * weights.of(i / classes);
    }
    return new LabelWeights(classes, scaled);
  }

  /** A copy of sum_i r_iy for each class. */
  public double[] classMass() {
    return classMass.clone();
  }

  /** A copy of the values, row-major {@code [examples, classes]}, float32. */
  public float[] toArray() {
    return values.clone();
  }
}
