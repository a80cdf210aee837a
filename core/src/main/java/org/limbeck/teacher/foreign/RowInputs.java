package org.limbeck.teacher.foreign;

import java.util.List;
import java.util.OptionalInt;
import org.limbeck.child.NamedArray;

/** Examples as the inputs of a model. */
interface RowInputs {
  /** The size of the batch, if the model takes no other. */
  OptionalInt fixedBatch();

  /** The number of values of one example, to choose the size of a batch. */
  int exampleSize();

  /**
   * The inputs of a batch.
   *
   * @param views a view of each example, {@code [examples]}
   */
  List<NamedArray> of(int[] examples, int[] views);
}
