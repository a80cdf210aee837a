package org.limbeck.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * Whether scores are what they are taken for: probabilities after one softmax, in the order of the
 * classes, that say something about the labels.
 *
 * @param order of the columns; empty with more classes than are searched
 * @param flatness whether a softmax was taken twice
 * @param information what the scores say about the labels; empty with more classes than are
 *     searched
 * @param predominance of one class; empty with more classes than are searched
 */
public record ScoreChecks(
    Optional<ClassOrder> order,
    Flatness flatness,
    Optional<Information> information,
    Optional<Predominance> predominance) {

  /** Checks the scores of examples with labels, in one part or more. */
  public static ScoreChecks of(List<LabelledRows> parts) {
    Flatness flatness = Flatness.of(parts);
    if (parts.get(0).classes() > ClassOrder.MOST_CLASSES) {
      return new ScoreChecks(Optional.empty(), flatness, Optional.empty(), Optional.empty());
    }
    ScoreSums sums = ScoreSums.of(parts);
    return new ScoreChecks(
        Optional.of(ClassOrder.of(sums)),
        flatness,
        Optional.of(Information.of(sums)),
        Optional.of(Predominance.of(sums)));
  }
}
