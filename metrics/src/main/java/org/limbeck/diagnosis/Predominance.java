package org.limbeck.diagnosis;

import org.limbeck.metric.ClopperPearson;

/**
 * Whether one class is predicted for most examples though it has few of the labels, as a model does
 * whose inputs are not normalised as it was trained.
 *
 * @param column the column that is predicted most often
 * @param predicted how many examples are predicted as it
 * @param labelled how many have its label
 * @param correct how many examples are predicted as their label
 * @param examples n
 */
public record Predominance(int column, int predicted, int labelled, int correct, int examples) {
  private static final double LEVEL = 1 - Certainty.LIKELY_LEVEL;
  private static final double LARGE_SHARE = 0.5;
  private static final double LARGE_KAPPA = 0.5;

  static Predominance of(ScoreSums sums) {
    int most = 0;
    int correct = 0;
    for (int y = 0; y < sums.classes(); y++) {
      most = sums.predicted(y) > sums.predicted(most) ? y : most;
      correct += sums.count(y, y);
    }
    return new Predominance(
        most, sums.predicted(most), sums.labelled(most), correct, sums.examples());
  }

  /**
   * Whether the class has less than half of the labels, yet more than half of the predictions that
   * the labels leave to others, beyond chance, and the predictions are closer to chance than to the
   * labels.
   */
  public boolean likely() {
    double share = (double) labelled / examples;
    double accuracy = (double) correct / examples;
    double chance = (double) predicted / examples * share;
    return share <= LARGE_SHARE
        && ClopperPearson.lower(predicted, examples, LEVEL) > (1 + share) / 2
        && (accuracy - chance) / (1 - chance) < LARGE_KAPPA;
  }
}
