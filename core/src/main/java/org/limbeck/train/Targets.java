package org.limbeck.train;

import org.limbeck.objective.LabelWeights;

/**
 * The label weights r of the training split, view by view: one-hot whatever the view, or a
 * teacher's probabilities for the very view that the student sees.
 */
public interface Targets {
  /** The weights of the examples as they are, without augmentation: they make the prior. */
  LabelWeights base();

  /**
   * Announces which rows will be read next; a teacher scores those that it has not yet scored.
   *
   * @param examples indices in the training split
   * @param views the view of each
   */
  default void prepare(int[] examples, int[] views) {}

  /**
   * Copies the label weights of one example: a row, {@code [classes]}, or two where the loss has a
   * softened term; any thread may call it for examples that were prepared.
   *
   * @param into where to
   * @param offset of the first value in {@code into}
   */
  void read(int example, int view, float[] into, int offset);

  /** Targets that do not depend on the view. */
  static Targets of(LabelWeights weights) {
    return new Targets() {
      @Override
      public LabelWeights base() {
        return weights;
      }

      @Override
      public void read(int example, int view, float[] into, int offset) {
        weights.read(example, into, offset);
      }
    };
  }
}
