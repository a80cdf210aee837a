package org.limbeck.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * All trainable values of a network in one flat tensor, their gradients in another.
 *
 * <p>Each parameter is a view into both, so that an optimiser step is a handful of operations on
 * two vectors whatever the number of layers. Parameters with weight decay come first.
 */
public final class ParameterArena implements AutoCloseable {
  /*
   * LibTorch's own SGD walks the parameters one by one: for a network of 16 hidden units that is a
   * third of the step. Its state is also out of reach from Java, and a checkpoint needs it.
   */
  private final Tensor values;
  private final Tensor gradients;
  private final long decayed;
  private final Map<String, Tensor> views = new HashMap<>();

  ParameterArena(List<StateEntry> entries) {
    long total = size(entries, StateEntry.Kind.WEIGHT) + size(entries, StateEntry.Kind.BIAS);
    decayed = size(entries, StateEntry.Kind.WEIGHT);
    try (var scope = new PointerScope()) {
      values = Tensors.keep(torch.zeros(total));
      gradients = Tensors.keep(torch.zeros(total));
      long offset = addViews(entries, StateEntry.Kind.WEIGHT, 0);
      addViews(entries, StateEntry.Kind.BIAS, offset);
    }
  }

  private static long size(List<StateEntry> entries, StateEntry.Kind kind) {
    return entries.stream().filter(e -> e.kind() == kind).mapToLong(StateEntry::size).sum();
  }

  private long addViews(List<StateEntry> entries, StateEntry.Kind kind, long start) {
    long offset = start;
    for (StateEntry entry : entries) {
      if (entry.kind() == kind) {
        Tensor view = part(values, offset, entry).detach().requires_grad_(true);
        view.mutable_grad().put(part(gradients, offset, entry));
        views.put(entry.name(), Tensors.keep(view));
        offset += entry.size();
      }
    }
    return offset;
  }

  private static Tensor part(Tensor flat, long offset, StateEntry entry) {
    return flat.narrow(0, offset, entry.size()).view(entry.dimensions());
  }

  /** The parameter of that name, a leaf that requires a gradient. */
  Tensor view(String name) {
    Tensor view = views.get(name);
    if (view == null) {
      throw new IllegalArgumentException("no parameter '" + name + "'");
    }
    return view;
  }

  /** All values, float32 {@code [size]}; change them under {@link NoGradGuard} only. */
  public Tensor values() {
    return values;
  }

  /** All gradients, float32 {@code [size]}; backward adds to them. */
  public Tensor gradients() {
    return gradients;
  }

  /** How many of the values, from the first on, have weight decay. */
  public long decayed() {
    return decayed;
  }

  @Override
  public void close() {
    views.values().forEach(Tensors::release);
    Tensors.release(gradients);
    Tensors.release(values);
  }
}
