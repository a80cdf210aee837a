package org.limbeck.nn;

import java.util.List;
import org.limbeck.data.Normalisation;

/**
 * Everything about a network but its weights: what the forward pass runs and the export walks.
 *
 * @param shape of one example: {@code [features]} or {@code [channels, rows, columns]}
 * @param classes the number of outputs m
 * @param normalisation applied to the input first
 * @param layers in order
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
public record NetworkDescription(
    int[] shape, int classes, Normalisation normalisation, List<Layer> layers) {
  public NetworkDescription {
    layers = List.copyOf(layers);
  }

  /** The description of {@code spec} for these examples. */
  public static NetworkDescription of(
      NetworkSpec spec, int[] shape, int classes, Normalisation normalisation) {
    return new NetworkDescription(shape, classes, normalisation, spec.layers(shape, classes));
  }

  /** Every entry of the state in a fixed order: parameters, then running statistics. */
  public List<StateEntry> entries() {
    return layers.stream()
        .flatMap(Layer::all)
        .flatMap(layer -> StateEntry.of(layer).stream())
        .toList();
  }

  /** The number of trainable values. */
  public long parameters() {
    return entries().stream().filter(StateEntry::trainable).mapToLong(StateEntry::size).sum();
  }
}
