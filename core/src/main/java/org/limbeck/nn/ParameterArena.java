package org.limbeck.nn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Closer;

/**
 * All trainable values of a network in one flat tensor, their gradients in another.
 *
 * <p>Each parameter is a view into both, so that an optimiser step is a handful of operations on
 * two vectors whatever the number of layers. The weights of convolutions come first, then the other
 * parameters with weight decay, then the rest. In bf16 the convolutions compute with a rounded copy
 * of theirs, made anew by {@link #refresh}; the values themselves stay float32.
 */
public final class ParameterArena implements AutoCloseable {
  /*
   * LibTorch's own SGD walks the parameters one by one: for a network of 16 hidden units that is a
   * third of the step. Its state is also out of reach from Java, and a checkpoint needs it.
   */
  private final Closer closer = new Closer();
  private final Flat full;
  private final @Nullable Flat rounded;
  private final long decayed;

  ParameterArena(List<StateEntry> entries, Precision precision) {
    List<StateEntry> convolutions = only(entries, StateEntry::convolution);
    List<StateEntry> others =
        only(entries, e -> e.kind() == StateEntry.Kind.WEIGHT && !e.convolution());
    List<StateEntry> biases = only(entries, e -> e.kind() == StateEntry.Kind.BIAS);
    decayed = size(convolutions) + size(others);
    try (var scope = new PointerScope()) {
      full = new Flat(List.of(convolutions, others, biases), Precision.FP32, closer);
      rounded =
          precision == Precision.BF16 && !convolutions.isEmpty()
              ? new Flat(List.of(convolutions), precision, closer)
              : null;
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  private static List<StateEntry> only(List<StateEntry> entries, Predicate<StateEntry> which) {
    return entries.stream().filter(StateEntry::trainable).filter(which).toList();
  }

  private static long size(List<StateEntry> entries) {
    return entries.stream().mapToLong(StateEntry::size).sum();
  }

  /** Values and gradients of some parameters in one number format. */
  private static final class Flat {
    final Tensor values;
    final Tensor gradients;
    final Map<String, Tensor> views = new HashMap<>();

    /** Adds each tensor to {@code closer}, which releases them. */
    Flat(List<List<StateEntry>> groups, Precision precision, Closer closer) {
      long total = groups.stream().mapToLong(ParameterArena::size).sum();
      values = Tensors.keep(ComputeDevice.here(torch.zeros(total).to(precision.type())), closer);
      gradients = Tensors.keep(torch.zeros_like(values), closer);
      long offset = 0;
      for (List<StateEntry> group : groups) {
        for (StateEntry entry : group) {
          Tensor view = part(values, offset, entry).detach().requires_grad_(true);
          view.mutable_grad().put(part(gradients, offset, entry));
          views.put(entry.name(), Tensors.keep(view, closer));
          offset += entry.size();
        }
      }
    }

    /** Weights of convolutions lie channels-last, as oneDNN reads them. */
    private static Tensor part(Tensor flat, long offset, StateEntry entry) {
      Tensor part = flat.narrow(0, offset, entry.size());
      long[] d = entry.dimensions();
      return entry.convolution()
          ? part.view(d[0], d[2], d[3], d[1]).permute(0, 3, 1, 2)
          : part.view(d);
    }
  }

  /** The parameter that the forward pass computes with, a leaf that requires a gradient. */
  Tensor computed(String name) {
    Tensor view = rounded == null ? null : rounded.views.get(name);
    return view == null ? value(name) : view;
  }

  /** The float32 parameter of that name. */
  Tensor value(String name) {
    Tensor view = full.views.get(name);
    if (view == null) {
      throw new IllegalArgumentException("no parameter '" + name + "'");
    }
    return view;
  }

  /** All values, float32 {@code [size]}; change them under {@link NoGradGuard} only. */
  Tensor values() {
    return full.values;
  }

  /** All gradients, float32 {@code [size]}, of the last {@link #collectGradients}. */
  public Tensor gradients() {
    return full.gradients;
  }

  /** Sets all gradients to zero: backward adds to them. */
  void zeroGradients() {
    full.gradients.zero_();
    if (rounded != null) {
      rounded.gradients.zero_();
    }
  }

  /** Brings the gradients of rounded parameters into {@link #gradients}; call after backward. */
  void collectGradients() {
    if (rounded != null) {
      rounded(full.gradients).copy_(rounded.gradients);
    }
  }

  /** Rounds the values anew, where the forward pass computes with rounded ones. */
  void refresh() {
    if (rounded != null) {
      try (var noGrad = new NoGradGuard()) {
        rounded.values.copy_(rounded(full.values));
      }
    }
  }

  private Tensor rounded(Tensor flat) {
    return flat.narrow(0, 0, rounded == null ? 0 : rounded.values.numel());
  }

  /** How many of the values, from the first on, have weight decay. */
  long decayed() {
    return decayed;
  }

  @Override
  public void close() {
    closer.close();
  }
}
