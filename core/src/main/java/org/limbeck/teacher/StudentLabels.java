package org.limbeck.teacher;

import java.util.Arrays;
import java.util.List;
import org.limbeck.calibration.LabelShift;
import org.limbeck.calibration.ScoreTransform;
import org.limbeck.calibration.Softmax;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.ClassRules;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.RowWeights;

/**
 * Makes a student's label weights from the label of an example and its teacher's logits.
 *
 * <p>At T = 1 an example has one row: (1 - share_y) one-hot + share_y q, with y its label and q the
 * teacher's probabilities. At another T it has two: the labels, and q at T; the loss mixes them.
 */
public final class StudentLabels {
  private final LabelOptions options;
  private final ScoreTransform calibration;
  private final int[] labels;
  private final RowWeights weights;
  private final double[] shares;
  private final double[] logWeights;
  private final List<Double> margins;

  /**
   * The labels of the students of one teacher.
   *
   * @param calibration of the teacher's logits
   * @param trainLogits of the training split without augmentation, {@code [examples, classes]}
   * @param labels of the training split
   */
  public StudentLabels(
      LabelOptions options, ScoreTransform calibration, float[] trainLogits, int[] labels) {
    this(options, calibration, trainLogits, labels, RowWeights.NONE);
  }

  /**
   * The labels where training examples have weights: these count in means over examples, and are
   * not part of the labels.
   */
  public StudentLabels(
      LabelOptions options,
      ScoreTransform calibration,
      float[] trainLogits,
      int[] labels,
      RowWeights weights) {
    this.options = options;
    this.calibration = calibration;
    this.labels = labels;
    this.weights = weights;
    margins =
        TeacherMargin.ofClasses(calibration.probabilities(trainLogits), labels, classes(), weights);
    shares = shares();
    logWeights = logWeights();
  }

  private int classes() {
    return calibration.classes();
  }

  private double[] shares() {
    if (options.source() == LabelSource.CLASS_MIX) {
      return margins.stream().mapToDouble(margin -> Math.max(0, margin)).toArray();
    }
    var shares = new double[classes()];
    Arrays.fill(shares, options.mix());
    return shares;
  }

  private double[] logWeights() {
    if (options.source() != LabelSource.REBALANCED) {
      return new double[classes()];
    }
    var facts = ClassFacts.of(LabelShift.frequencies(labels, classes(), weights), labels.length);
    return Arrays.stream(ClassRules.costs("effective-number", facts)).map(Math::log).toArray();
  }

  /** Mean over the examples of class y of p_y - mean_{j != y} p_j, for each class. */
  public List<Double> teacherMargins() {
    return margins;
  }

  /** The label weights in one row, at T = 1: they make the prior. */
  public LabelWeights base(float[] trainLogits) {
    int m = classes();
    var rows = new float[labels.length * m];
    for (int i = 0; i < labels.length; i++) {
      double[] q = teacher(row(trainLogits, i), 1);
      mixed(labels[i], q, rows, i * m);
    }
    return LabelWeights.of(m, rows);
  }

  private float[] row(float[] logits, int example) {
    return Arrays.copyOfRange(logits, example * classes(), (example + 1) * classes());
  }

  /**
   * Writes the row or rows of one training example.
   *
   * @param logits of the example as the student sees it, {@code [classes]}
   */
  public void write(int example, float[] logits, float[] into, int offset) {
    if (options.softShare() == 0) {
      mixed(labels[example], teacher(logits, 1), into, offset);
      return;
    }
    int m = classes();
    Arrays.fill(into, offset, offset + m, 0);
    into[offset + labels[example]] = 1;
    double[] q = teacher(logits, options.temperature());
    for (int y = 0; y < m; y++) {
      into[offset + m + y] = (float) q[y];
    }
  }

  private void mixed(int label, double[] q, float[] into, int offset) {
    double share = shares[label];
    for (int y = 0; y < q.length; y++) {
      into[offset + y] = (float) (share * q[y] + (y == label ? 1 - share : 0));
    }
  }

  /** normalise(w softmax(s / T)) of one example's calibrated scores s. */
  private double[] teacher(float[] logits, double temperature) {
    double[] scores = calibration.scores(logits);
    for (int y = 0; y < scores.length; y++) {
      scores[y] = scores[y] / temperature + logWeights[y];
    }
    return Softmax.rows(scores, classes());
  }
}
