package org.limbeck.diagnosis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.limbeck.base.NamedRandom;
import org.limbeck.calibration.LogitRows;

/**
 * A teacher without skill beyond {@code strength}: logits are normal noise, more for the label and
 * for the class beside it, which it confuses.
 */
final class MadeUpTeacher {
  final int classes;
  final int[] labels;
  final float[] logits;

  MadeUpTeacher(int classes, int examples, double strength, double ratio, NamedRandom random) {
    this(classes, examples, strength, 0.6, ratio, random);
  }

  /**
   * Labels of class y come with probability proportional to ratio^(-y / (m - 1)).
   *
   * @param confusion how much of the strength the class beside the label has, 1 for a toss-up
   */
  MadeUpTeacher(
      int classes,
      int examples,
      double strength,
      double confusion,
      double ratio,
      NamedRandom random) {
    this.classes = classes;
    labels = new int[examples];
    logits = random.gaussians(examples * classes);
    double[] prior = prior(classes, ratio);
    for (int i = 0; i < examples; i++) {
      labels[i] = draw(prior, random);
      logits[i * classes + labels[i]] += (float) strength;
      logits[i * classes + (labels[i] ^ 1) % classes] += (float) (confusion * strength);
      for (int y = 0; y < classes; y++) {
        logits[i * classes + y] += (float) Math.log(prior[y] * classes);
      }
    }
  }

  private MadeUpTeacher(int classes, int[] labels, float[] logits) {
    this.classes = classes;
    this.labels = labels;
    this.logits = logits;
  }

  private static double[] prior(int classes, double ratio) {
    double[] weights =
        IntStream.range(0, classes)
            .mapToDouble(y -> Math.pow(ratio, -(double) y / Math.max(1, classes - 1)))
            .toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  private static int draw(double[] prior, NamedRandom random) {
    double left = random.nextDouble();
    for (int y = 0; y < prior.length - 1; y++) {
      left -= prior[y];
      if (left < 0) {
        return y;
      }
    }
    return prior.length - 1;
  }

  /** The same with the scores of class y in column {@code columns[y]}. */
  MadeUpTeacher inColumns(int[] columns) {
    var moved = new float[logits.length];
    for (int i = 0; i < labels.length; i++) {
      for (int y = 0; y < classes; y++) {
        moved[i * classes + columns[y]] = logits[i * classes + y];
      }
    }
    return new MadeUpTeacher(classes, labels, moved);
  }

  /** The same with other numbers as logits. */
  MadeUpTeacher withLogits(float[] others) {
    return new MadeUpTeacher(classes, labels, others);
  }

  /** The examples with other labels than one. */
  MadeUpTeacher without(int label) {
    int[] kept = IntStream.range(0, labels.length).filter(i -> labels[i] != label).toArray();
    var rows = new float[kept.length * classes];
    for (int i = 0; i < kept.length; i++) {
      System.arraycopy(logits, kept[i] * classes, rows, i * classes, classes);
    }
    return new MadeUpTeacher(classes, Arrays.stream(kept).map(i -> labels[i]).toArray(), rows);
  }

  float[] softmax(float[] of) {
    var p = new float[of.length];
    for (int start = 0; start < of.length; start += classes) {
      double sum = 0;
      double max = Double.NEGATIVE_INFINITY;
      for (int y = start; y < start + classes; y++) {
        max = Math.max(max, of[y]);
      }
      for (int y = start; y < start + classes; y++) {
        sum += Math.exp(of[y] - max);
      }
      for (int y = start; y < start + classes; y++) {
        p[y] = (float) (Math.exp(of[y] - max) / sum);
      }
    }
    return p;
  }

  LabelledRows rows() {
    return new LabelledRows(LogitRows.of(logits, classes).canonical(), labels);
  }
}
