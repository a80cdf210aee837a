package org.limbeck.teacher;

import java.util.Optional;
import org.limbeck.data.Split;
import org.limbeck.data.Views;
import org.limbeck.objective.ClassPrior;

/**
 * What students learn from: the logits of a data set's examples, wherever they come from.
 *
 * <p>Logits are as the teacher gives them; what they are worth as probabilities is found by
 * calibration on validation. What a teacher cannot do or does not know is empty: a table of scores
 * cannot score views, and the costs and the prior of a teacher that was trained elsewhere may be
 * unknown.
 *
 * <p>A teacher is for one thread at a time. What it opened natively is freed by {@link #close}.
 */
public interface Teacher extends AutoCloseable {
  /** The number of classes m. */
  int classes();

  /**
   * The logits of a split's examples without augmentation, row-major {@code [examples, classes]}.
   *
   * @param split training or validation
   * @throws IllegalArgumentException for the test split: no student learns from it
   */
  float[] logits(Split split);

  /**
   * The logits of views of the training examples, valid until this teacher is closed; empty where
   * it cannot score what it has not seen.
   *
   * @param views what the numbers of views mean
   */
  default Optional<ViewLogits> views(Views views) {
    return Optional.empty();
  }

  /**
   * The costs c that the teacher was trained with, {@code [classes]}, all &gt; 0: its softmax is
   * proportional to c_y eta_y. Empty where they are unknown.
   */
  default Optional<double[]> costs() {
    return Optional.empty();
  }

  /** The class prior of what the teacher was trained on; empty where it is unknown. */
  default Optional<ClassPrior> prior() {
    return Optional.empty();
  }

  /** Frees what the teacher opened; most open nothing. */
  @Override
  default void close() {}
}
