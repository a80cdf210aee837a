package org.limbeck.teacher.foreign;

import java.util.OptionalInt;

/**
 * How a model gets examples.
 *
 * @param name of the input
 * @param example the axes of one example as the model gets it, without the batch
 * @param channelsLast whether the channels of images come last
 * @param fixedBatch the size of the batch, if the model takes no other
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
record InputForm(
    String name,
    int[] example,
    boolean channelsLast,
    InputTransform transform,
    OptionalInt fixedBatch) {
  /** The shape of a batch. */
  long[] shape(int rows) {
    var shape = new long[example.length + 1];
    shape[0] = rows;
    for (int i = 0; i < example.length; i++) {
      shape[i + 1] = example[i];
    }
    return shape;
  }
}
