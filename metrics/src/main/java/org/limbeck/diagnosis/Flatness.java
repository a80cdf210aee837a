package org.limbeck.diagnosis;

import java.util.Arrays;
import java.util.List;
import org.limbeck.metric.ArgMax;
import org.limbeck.metric.ClopperPearson;

/**
 * Whether probabilities are flat because a softmax was taken twice.
 *
 * <p>If p = softmax(q) of probabilities q, then q_y = log p_y - mean_j log p_j + 1/m, so none of
 * these numbers is below 0, and the largest p is at most e / (e + m - 1). A sure model has q_y near
 * 0 for most classes: the bound is touched by most examples and crossed by none (docs/method.md,
 * section 4).
 *
 * @param certainty whether a softmax was taken twice
 * @param meanConfidence the mean of the largest probability
 * @param correct how many examples are predicted as their label
 * @param examples n
 */
public record Flatness(Certainty certainty, double meanConfidence, int correct, int examples) {
  private static final int ENOUGH = 20;
  private static final double TOLERANCE = 1e-3;
  private static final double NEAR = 0.1;
  private static final double SMALLEST = 1e-4;

  static Flatness of(List<LabelledRows> parts) {
    var walk = new Walk(parts.stream().mapToInt(LabelledRows::size).sum());
    parts.forEach(walk::add);
    return walk.flatness();
  }

  /** The share of correct examples. */
  public double accuracy() {
    return (double) correct / examples;
  }

  /** A walk over the examples. */
  private static final class Walk {
    private final double[] smallest;
    private int classes;
    private int examples;
    private double confidence;
    private double gain;
    private int correct;

    Walk(int examples) {
      smallest = new double[examples];
    }

    void add(LabelledRows part) {
      var row = new double[part.classes()];
      for (int i = 0; i < part.size(); i++) {
        part.read(i, row);
        add(row, part.labels()[i]);
      }
    }

    private void add(double[] row, int label) {
      int predicted = ArgMax.ofRow(row);
      double shift = 1.0 / row.length - Arrays.stream(row).average().orElseThrow();
      classes = row.length;
      smallest[examples++] = Arrays.stream(row).min().orElseThrow() + shift;
      confidence += Math.exp(row[predicted]);
      gain += Math.log(Math.max(SMALLEST, row[label] + shift)) - row[label];
      correct += predicted == label ? 1 : 0;
    }

    Flatness flatness() {
      return new Flatness(certainty(), confidence / examples, correct, examples);
    }

    private Certainty certainty() {
      Arrays.sort(smallest);
      int n = smallest.length;
      if (n < ENOUGH || smallest[0] < -TOLERANCE || !isUnderconfident()) {
        return Certainty.NONE;
      }
      return smallest[n / 2] <= NEAR / classes + TOLERANCE ? Certainty.CERTAIN : Certainty.LIKELY;
    }

    /**
     * Whether labels are likelier under q, and accuracy is above confidence, both beyond chance.
     */
    private boolean isUnderconfident() {
      int n = smallest.length;
      return gain > -Math.log(Certainty.CERTAIN_LEVEL)
          && ClopperPearson.lower(correct, n, 1 - Certainty.CERTAIN_LEVEL) > confidence / n;
    }
  }
}
