package org.limbeck.calibration;

import java.util.Arrays;
import java.util.List;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;

/**
 * How one teacher's logits become probabilities: p = softmax(scale_y (z_y - log c_y) + shift_y).
 *
 * <p>All four modes are of this form: raw and uncosted with scale 1 (raw with c = 1), temperature
 * with scale 1/T, per-class with a scale and a shift for each class.
 *
 * @param mode the form that this is
 * @param logCosts log c of the teacher's training; zeros for raw, {@code [classes]}
 * @param scale {@code [classes]}
 * @param shift {@code [classes]}
 */
public record ScoreTransform(
    ScoreMode mode, List<Double> logCosts, List<Double> scale, List<Double> shift) {
  public ScoreTransform {
    logCosts = List.copyOf(logCosts);
    scale = List.copyOf(scale);
    shift = List.copyOf(shift);
  }

  static ScoreTransform of(ScoreMode mode, double[] logCosts, double[] scale, double[] shift) {
    return new ScoreTransform(mode, boxed(logCosts), boxed(scale), boxed(shift));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** The scores of a teacher as they are. */
  public static ScoreTransform raw(int classes) {
    return of(ScoreMode.RAW, new double[classes], ones(classes), new double[classes]);
  }

  /**
   * Undoes the costs a teacher was trained with: its softmax is proportional to c_y eta_y.
   *
   * @param costs c, one for each class, &gt; 0; any common factor is irrelevant
   */
  public static ScoreTransform uncosted(double[] costs) {
    double[] logs = Arrays.stream(costs).map(Math::log).toArray();
    return of(ScoreMode.UNCOSTED, logs, ones(costs.length), new double[costs.length]);
  }

  /**
   * Uncosted, then divided by one temperature.
   *
   * @param temperature T &gt; 0
   */
  public static ScoreTransform tempered(double[] costs, double temperature) {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature: expected > 0, found " + temperature);
    }
    double[] scale = ones(costs.length);
    Arrays.fill(scale, 1 / temperature);
    double[] logs = Arrays.stream(costs).map(Math::log).toArray();
    return of(ScoreMode.TEMPERATURE, logs, scale, new double[costs.length]);
  }

  private static double[] ones(int classes) {
    var ones = new double[classes];
    Arrays.fill(ones, 1.0);
    return ones;
  }

  /** The number of classes m. */
  public int classes() {
    return scale.size();
  }

  /**
   * The calibrated scores scale_y (z_y - log c_y) + shift_y, up to a constant for each example.
   *
   * @param logits row-major {@code [examples, classes]}
   */
  public double[] scores(float[] logits) {
    return scores(LogitRows.of(logits, classes()));
  }

  /** The calibrated scores of some rows, row-major {@code [examples, classes]}. */
  public double[] scores(LogitRows rows) {
    int m = classes();
    var scores = new double[rows.examples() * m];
    var row = new double[m];
    for (int i = 0; i < rows.examples(); i++) {
      rows.read(i, row);
      for (int y = 0; y < m; y++) {
        scores[i * m + y] = scale.get(y) * (row[y] - logCosts.get(y)) + shift.get(y);
      }
    }
    return scores;
  }

  /**
   * The probabilities, row-major {@code [examples, classes]}.
   *
   * @param logits row-major {@code [examples, classes]}
   */
  public double[] probabilities(float[] logits) {
    return Softmax.rows(scores(logits), classes());
  }

  /**
   * The probabilities carried to a split with another class prior: w_iy proportional to p_iy
   * piSplit_y / piTrain_y, rows summing to 1. Source: docs/method.md, section 2.
   *
   * <p>Only probabilities without costs can be carried; see {@link #withoutCosts}.
   *
   * @param logits row-major {@code [examples, classes]}
   * @param train the class prior that the probabilities stand for; for a teacher of unknown costs
   *     the mean of its probabilities on the training split
   * @param split the class prior of the split
   */
  public double[] probabilities(float[] logits, ClassPrior train, ClassPrior split) {
    return Softmax.rows(LabelShift.shifted(scores(logits), train, split), classes());
  }

  /**
   * The mean probability of each class: what stands for the training prior where costs are unknown.
   *
   * @param logits of the training split, row-major {@code [examples, classes]}
   */
  public ClassPrior meanProbabilities(float[] logits) {
    double[] probabilities = probabilities(logits);
    var mean = new double[classes()];
    for (int i = 0; i < probabilities.length; i++) {
      mean[i % mean.length] += probabilities[i];
    }
    double sum = Arrays.stream(mean).sum();
    return ClassPrior.of(Arrays.stream(mean).map(value -> value / sum).toArray());
  }

  /**
   * The transform that undoes the costs of training as well: this one, or un-costing where this one
   * leaves scores as they are.
   *
   * @param costs c, one for each class, &gt; 0
   */
  public ScoreTransform withoutCosts(double[] costs) {
    return mode == ScoreMode.RAW ? uncosted(costs) : this;
  }

  /** The probabilities as the label weights of students. */
  public LabelWeights labelWeights(float[] logits) {
    return labelWeights(probabilities(logits));
  }

  /**
   * The carried probabilities as label weights; see {@link #probabilities(float[], ClassPrior,
   * ClassPrior)}.
   */
  public LabelWeights labelWeights(float[] logits, ClassPrior train, ClassPrior split) {
    return labelWeights(probabilities(logits, train, split));
  }

  private LabelWeights labelWeights(double[] probabilities) {
    var weights = new float[probabilities.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) probabilities[i];
    }
    return LabelWeights.of(classes(), weights);
  }
}
