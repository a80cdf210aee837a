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
 * @param check what follows where labels or scores certainly contradict this
 */
public record ModelOutput(
    Optional<String> name, Optional<Kind> kind, List<String> classes, Check check) {
  /** What follows from a certain finding against what is said. */
  public enum Check {
    /** An error. */
    REFUSE,
    /** A note. */
    WARN
  }

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

  /** An output that is refused where it is certainly another one. */
  public ModelOutput(Optional<String> name, Optional<Kind> kind, List<String> classes) {
    this(name, kind, classes, Check.REFUSE);
  }

  /** Whether a certain finding against what is said is a note. */
  boolean insists() {
    return check == Check.WARN;
  }

  public ModelOutput {
    classes = List.copyOf(classes);
  }
}
