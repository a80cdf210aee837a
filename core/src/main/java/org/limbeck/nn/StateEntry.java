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
          weight(linear.name(), linear.in(), List.of(linear.out(), linear.in())),
          bias(linear.name(), linear.out()));
    }
    if (layer instanceof Layer.Convolution conv) {
      int fanIn = conv.in() * conv.kernel() * conv.kernel();
      List<Integer> shape = List.of(conv.out(), conv.in(), conv.kernel(), conv.kernel());
      StateEntry weight = weight(conv.name(), fanIn, shape);
      return conv.bias() ? List.of(weight, bias(conv.name(), conv.out())) : List.of(weight);
    }
    if (layer instanceof Layer.BatchNorm norm) {
      List<Integer> shape = List.of(norm.channels());
      return List.of(
          new StateEntry(norm.name() + ".weight", Kind.BIAS, 0, 1, shape),
          bias(norm.name(), norm.channels()),
          new StateEntry(norm.name() + ".mean", Kind.STATISTIC, 0, 0, shape),
          new StateEntry(norm.name() + ".variance", Kind.STATISTIC, 0, 1, shape));
    }
    return List.of();
  }

  private static StateEntry weight(String name, int fanIn, List<Integer> shape) {
    return new StateEntry(name + ".weight", Kind.WEIGHT, fanIn, 0, shape);
  }

  private static StateEntry bias(String name, int size) {
    return new StateEntry(name + ".bias", Kind.BIAS, 0, 0, List.of(size));
  }

  /** Whether it is the weight of a convolution: kept, and perhaps computed, in another format. */
  boolean convolution() {
    return shape.size() == 4;
  }

  /** The number of elements. */
  public long size() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** Whether SGD changes it. */
  boolean trainable() {
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
