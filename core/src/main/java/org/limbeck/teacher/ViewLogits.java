package org.limbeck.teacher;

/** Computes a teacher's logits for views of training examples. */
public interface ViewLogits {
  /**
   * The logits, row-major {@code [chosen, classes]}.
   *
   * @param examples indices in the training split, {@code [chosen]}
   * @param views the view of each, {@code [chosen]}
   */
  float[] logits(int[] examples, int[] views);
}
