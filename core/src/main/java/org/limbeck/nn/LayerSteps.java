package org.limbeck.nn;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.limbeck.base.Closer;

/**
 * Makes layers computable: each becomes a function of its input that knows its weights.
 *
 * <p>ReLU and the sum of a residual block overwrite what they are given: nobody reads it again, and
 * each pass over the activations that is saved counts (docs/design-decisions.md, "The image step").
 */
final class LayerSteps implements AutoCloseable {
  /** What a layer computes. */
  interface Step {
    Tensor apply(Tensor input, boolean training);
  }

  /** Where tensors of the state are. */
  interface State {
    /** The tensor of that name, as the forward pass computes with it. */
    Tensor get(String name);
  }

  private static final long[] NO_DILATION = {1, 1};

  /**
   * {@code [image, row, column, channel]}, the order in memory: parts and means of tensors viewed
   * so have gradients in that order too. Of others LibTorch makes gradients channel by channel, and
   * each operation on one of either order takes five to twenty times as long.
   */
  private static final long[] ROWS_FIRST = {0, 2, 3, 1};

  private static final long[] CHANNELS_FIRST = {0, 3, 1, 2};

  private final State state;
  private final Closer closer = new Closer();
  private final TensorOptional none;

  LayerSteps(State state) {
    this.state = state;
    none = keep(new TensorOptional());
  }

  /** The layers, one after the other. */
  Step of(List<Layer> layers) {
    List<Step> steps = layers.stream().map(this::of).toList();
    return (input, training) -> {
      Tensor value = input;
      for (Step step : steps) {
        value = step.apply(value, training);
      }
      return value;
    };
  }

  private Step of(Layer layer) {
    if (layer instanceof Layer.Linear linear) {
      Tensor weight = state.get(linear.name() + ".weight");
      TensorOptional bias = optional(linear.name() + ".bias");
      return (input, training) -> torch.linear(input.to(ScalarType.Float), weight, bias);
    }
    if (layer instanceof Layer.Convolution conv) {
      return convolution(conv);
    }
    if (layer instanceof Layer.BatchNorm norm) {
      return batchNorm(norm);
    }
    if (layer instanceof Layer.Residual residual) {
      return residual(residual);
    }
    UnaryOperator<Tensor> plain = plain(layer);
    return (input, training) -> plain.apply(input);
  }

  private static UnaryOperator<Tensor> plain(Layer layer) {
    if (layer instanceof Layer.Relu) {
      return input -> BitRelu.fits(input) ? BitRelu.apply(input) : input.relu_();
    }
    if (layer instanceof Layer.GlobalAveragePool) {
      return input -> torch.mean(input.to(ScalarType.Float).permute(ROWS_FIRST), 1, 2);
    }
    if (layer instanceof Layer.Flatten) {
      return input -> input.flatten(1, -1);
    }
    if (layer instanceof Layer.ZeroPad pad) {
      long[] sides = {pad.left(), pad.right(), pad.above(), pad.below()};
      return input -> torch.constant_pad_nd(input, sides);
    }
    if (layer instanceof Layer.MaxPool pool) {
      long[] kernel = {pool.kernel(), pool.kernel()};
      long[] stride = {pool.stride(), pool.stride()};
      long[] padding = {pool.padding(), pool.padding()};
      return input -> torch.max_pool2d(input, kernel, stride, padding, NO_DILATION, false);
    }
    if (layer instanceof Layer.PadShortcut shortcut) {
      return input -> padShortcut(input, shortcut);
    }
    throw new IllegalArgumentException("no forward pass for " + layer);
  }

  private static Tensor padShortcut(Tensor input, Layer.PadShortcut shortcut) {
    int added = shortcut.out() - shortcut.in();
    long[] sides = {added / 2, added - added / 2};
    var start = new LongOptional(0);
    var end = new LongOptional(Long.MAX_VALUE);
    Tensor every =
        input
            .permute(ROWS_FIRST)
            .slice(1, start, end, shortcut.stride())
            .slice(2, start, end, shortcut.stride());
    return torch.constant_pad_nd(every, sides).permute(CHANNELS_FIRST);
  }

  private Step convolution(Layer.Convolution conv) {
    Tensor weight = state.get(conv.name() + ".weight");
    long[] stride = {conv.stride(), conv.stride()};
    long[] padding = {conv.padding(), conv.padding()};
    if (!conv.bias()) {
      return (input, training) ->
          torch.conv2d(input, weight, none, stride, padding, NO_DILATION, 1);
    }
    Tensor bias = state.get(conv.name() + ".bias");
    return (input, training) -> {
      var rounded = new TensorOptional(bias.to(input.scalar_type()));
      return torch.conv2d(input, weight, rounded, stride, padding, NO_DILATION, 1);
    };
  }

  private Step batchNorm(Layer.BatchNorm norm) {
    TensorOptional weight = optional(norm.name() + ".weight");
    TensorOptional bias = optional(norm.name() + ".bias");
    TensorOptional mean = optional(norm.name() + ".mean");
    TensorOptional variance = optional(norm.name() + ".variance");
    return (input, training) ->
        torch.batch_norm(
            input,
            weight,
            bias,
            mean,
            variance,
            training,
            Layer.BatchNorm.MOMENTUM,
            norm.epsilon(),
            false);
  }

  private Step residual(Layer.Residual residual) {
    Step body = of(residual.body());
    Step shortcut = of(residual.shortcut());
    return (input, training) -> body.apply(input, training).add_(shortcut.apply(input, training));
  }

  private TensorOptional optional(String name) {
    return keep(new TensorOptional(state.get(name)));
  }

  private <P extends Pointer> P keep(P pointer) {
    return Tensors.keep(pointer, closer);
  }

  @Override
  public void close() {
    closer.close();
  }
}
