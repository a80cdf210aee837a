package org.limbeck.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorTensorHook;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerStepsTest {
  @BeforeAll
  static void load() {
    Natives.load();
  }

  /** Layers whose backward pass makes a gradient larger than what it is given. */
  static List<Layer> spreading() {
    return List.of(new Layer.PadShortcut(3, 6, 2), new Layer.GlobalAveragePool());
  }

  /** Notes whether the gradient of a tensor is in the order of channels-last images. */
  private static final class Order extends TensorTensorHook {
    private boolean channelsLast;

    @Override
    public TensorBase call(TensorBase gradient) {
      channelsLast = gradient.is_contiguous(MemoryFormat.ChannelsLast);
      return gradient;
    }
  }

  @ParameterizedTest
  @MethodSource("spreading")
  void of_spreadingLayer_hasAGradientInTheOrderOfItsInput(Layer layer) {
    try (var scope = new PointerScope();
        var steps = new LayerSteps(name -> new Tensor())) {
      Tensor leaf = torch.rand(2, 3, 4, 4).set_requires_grad(true);
      Tensor input = leaf.contiguous(MemoryFormat.ChannelsLast);
      var order = new Order();
      input.register_hook(order);
      Tensor output = steps.of(List.of(layer)).apply(input, true);
      Tensors.backward(output, torch.ones_like(output));
      assertThat(order.channelsLast).isTrue();
    }
  }
}
