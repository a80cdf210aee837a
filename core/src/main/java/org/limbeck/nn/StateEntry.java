package org.limbeck.nn;

import java.util.Arrays;
import java.util.List;

/**
 * One named tensor of a network's state.
 *
 * @param name unique in the network
 * @param kind what becomes of it in training
 * @param fanIn inputs of one output, for He initialisation; 0 where {@code initial} is used
 * @param initial the first value of every element where {@code fanIn} is 0
 * @param shape its dimensions
 */
public record StateEntry(String name, Kind kind, int fanIn, float initial, List<Integer> shape) {

  /** What becomes of an entry in training. */
  public enum Kind {
    /** Trained, with weight decay. */
    WEIGHT,
    /** Trained, without weight decay: biases and norms. */
    BIAS,
    /** Not trained: running statistics. */
    STATISTIC
  }

  static List<StateEntry> of(Layer layer) {
    if (layer instanceof Layer.Linear linear) {
      return List.of(
          new StateEntry(
              linear.name() + ".weight",
              Kind.WEIGHT,
              linear.in(),
              0,
              List.of(linear.out(), linear.in())),
          new StateEntry(linear.name() + ".bias", Kind.BIAS, 0, 0, List.of(linear.out())));
    }
    if (layer instanceof Layer.Convolution conv) {
      int fanIn = conv.in() * conv.kernel() * conv.kernel();
      List<Integer> shape = List.of(conv.out(), conv.in(), conv.kernel(), conv.kernel());
      return List.of(new StateEntry(conv.name() + ".weight", Kind.WEIGHT, fanIn, 0, shape));
    }
    if (layer instanceof Layer.BatchNorm norm) {
      List<Integer> shape = List.of(norm.channels());
      return List.of(
          new StateEntry(norm.name() + ".weight", Kind.BIAS, 0, 1, shape),
          new StateEntry(norm.name() + ".bias", Kind.BIAS, 0, 0, shape),
          new StateEntry(norm.name() + ".mean", Kind.STATISTIC, 0, 0, shape),
          new StateEntry(norm.name() + ".variance", Kind.STATISTIC, 0, 1, shape));
    }
    return List.of();
  }

  /** The number of elements. */
  public long size() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** Whether SGD changes it. */
  public boolean trainable() {
    return kind != Kind.STATISTIC;
  }

  long[] dimensions() {
    return shape.stream().mapToLong(Integer::longValue).toArray();
  }

  @Override
  public String toString() {
    return name + " " + Arrays.toString(dimensions());
  }
}
