package org.limbeck.teacher.foreign;

import java.util.List;
import java.util.Optional;
import org.limbeck.scores.column.ScoreKind;

/**
 * What a model gives. What is empty is found from the model, or from the scores themselves.
 *
 * @param name of the output
 * @param kind of its values
 * @param classes the names of the classes in the order of the scores, all classes of the data in
 *     any order; empty for the order of the data
 */
public record ModelOutput(Optional<String> name, Optional<Kind> kind, List<String> classes) {
  /** What scores are. */
  public enum Kind {
    /** Any number; their softmax is the probability. */
    LOGITS,
    /** In [0, 1], about 1 together for each example. */
    PROBABILITIES;

    /** The same kind of a file of scores. */
    ScoreKind scores() {
      return switch (this) {
        case LOGITS -> ScoreKind.LOGITS;
        case PROBABILITIES -> ScoreKind.PROBABILITIES;
      };
    }
  }

  /** All is found. */
  public static final ModelOutput FOUND =
      new ModelOutput(Optional.empty(), Optional.empty(), List.of());

  public ModelOutput {
    classes = List.copyOf(classes);
  }
}
