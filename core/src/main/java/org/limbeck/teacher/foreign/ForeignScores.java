package org.limbeck.teacher.foreign;

import java.util.List;
import java.util.Optional;
import org.limbeck.data.Split;
import org.limbeck.data.Views;
import org.limbeck.teacher.ViewLogits;

/** The scores of an opened foreign teacher, in the class order of the data. */
public interface ForeignScores extends AutoCloseable {
  /**
   * The logits of a split's examples without augmentation, row-major {@code [examples, classes]},
   * finite; of probabilities their logarithms. Empty where it has none for the split.
   *
   * @throws org.limbeck.LimbeckException if the scores cannot be used, with place and remedy
   */
  Optional<float[]> logits(Split split);

  /** The logits of views of training examples; empty where it cannot score what it has not seen. */
  default Optional<ViewLogits> views(Views views) {
    return Optional.empty();
  }

  /**
   * The costs that it says it was trained with, {@code [classes]}; empty where they are unknown.
   */
  default Optional<double[]> costs() {
    return Optional.empty();
  }

  /** What was found or decided about its scores, a sentence each, for people. */
  List<String> notes();

  /** Ends the child process, if there is one. */
  @Override
  void close();
}
