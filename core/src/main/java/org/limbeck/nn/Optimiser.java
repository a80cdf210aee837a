package org.limbeck.nn;

import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.base.Closer;

/**
 * One step at a time on a {@link ParameterArena}; its state can be saved and restored by name.
 *
 * <p>Call {@link #step} without gradient recording. Owns native memory until {@link #close}.
 */
public abstract sealed class Optimiser implements AutoCloseable {
  final ParameterArena arena;
  final OptimiserOptions options;
  private final Closer closer;

  private Optimiser(ParameterArena arena, OptimiserOptions options, Closer closer) {
    this.arena = arena;
    this.options = options;
    this.closer = closer;
  }

  /** The optimiser that {@code options} describe, with a fresh state. */
  public static Optimiser of(ParameterArena arena, OptimiserOptions options) {
    var closer = new Closer();
    try {
      return options.kind() == OptimiserOptions.Kind.SGD
          ? new Sgd(arena, options, closer)
          : new AdamW(arena, options, closer);
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  /**
   * Moves the values along the gradients.
   *
   * @param learningRate of this step
   * @param step steps done before, from 0
   */
  public abstract void step(double learningRate, long step);

  abstract Map<String, Tensor> buffers();

  /** A copy of the state. */
  public final StateDict state() {
    Map<String, float[]> state = new java.util.LinkedHashMap<>();
    try (var scope = new PointerScope()) {
      buffers().forEach((name, buffer) -> state.put(name, Tensors.toFloats(buffer)));
    }
    return new StateDict(state);
  }

  /** Replaces the state by a copy made by {@link #state}. */
  public final void load(StateDict state) {
    try (var scope = new PointerScope()) {
      buffers().forEach((name, buffer) -> Tensors.copy(state.get(name), buffer));
    }
  }

  @Override
  public final void close() {
    closer.close();
  }

  final Tensor buffer() {
    try (var scope = new PointerScope()) {
      return Tensors.keep(torch.zeros_like(arena.values()), closer);
    }
  }

  final Tensor decayedPart(Tensor flat) {
    return flat.narrow(0, 0, arena.decayed());
  }

  private static final class Sgd extends Optimiser {
    private final Tensor velocity = buffer();

    Sgd(ParameterArena arena, OptimiserOptions options, Closer closer) {
      super(arena, options, closer);
    }

    @Override
    public void step(double learningRate, long step) {
      Tensor gradient = arena.gradients();
      if (options.weightDecay() > 0) {
        decayedPart(gradient).add_(decayedPart(arena.values()), new Scalar(options.weightDecay()));
      }
      if (options.momentum() > 0) {
        velocity.mul_(new Scalar(options.momentum())).add_(gradient);
        gradient.add_(velocity, new Scalar(options.momentum()));
      }
      arena.values().add_(gradient, new Scalar(-learningRate));
    }

    @Override
    Map<String, Tensor> buffers() {
      return Map.of("velocity", velocity);
    }
  }

  private static final class AdamW extends Optimiser {
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final Tensor mean = buffer();
    private final Tensor square = buffer();

    AdamW(ParameterArena arena, OptimiserOptions options, Closer closer) {
      super(arena, options, closer);
    }

    @Override
    public void step(double learningRate, long step) {
      Tensor gradient = arena.gradients();
      double beta1 = options.momentum();
      if (options.weightDecay() > 0) {
        decayedPart(arena.values()).mul_(new Scalar(1 - learningRate * options.weightDecay()));
      }
      mean.mul_(new Scalar(beta1)).add_(gradient, new Scalar(1 - beta1));
      square.mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
      double unbiasedSquare = Math.sqrt(1 - Math.pow(BETA2, step + 1.0));
      double rate = learningRate / (1 - Math.pow(beta1, step + 1.0));
      Tensor root = square.sqrt().mul_(new Scalar(1 / unbiasedSquare)).add_(new Scalar(EPSILON));
      arena.values().addcdiv_(mean, root, new Scalar(-rate));
    }

    @Override
    Map<String, Tensor> buffers() {
      return Map.of("mean", mean, "square", square);
    }
  }
}
