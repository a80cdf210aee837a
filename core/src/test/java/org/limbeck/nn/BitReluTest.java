package org.limbeck.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BitReluTest {
  @BeforeAll
  static void load() {
    Natives.load();
  }

  /** Every bfloat16 value but NaN. */
  private static float[] all() {
    var values = new float[1 << 16];
    for (int i = 0; i < values.length; i++) {
      float value = Float.intBitsToFloat(i << 16);
      values[i] = Float.isNaN(value) ? 1 : value;
    }
    return values;
  }

  private static Tensor leaf(float[] values) {
    return Tensors.of(values, values.length).set_requires_grad(true);
  }

  /** ReLU twice with a sum between, as in a residual block; the gradient of its weighted sum. */
  private static float[] gradient(float[] values, boolean bits) {
    Tensor x = leaf(values);
    Tensor y = relu(x.to(ScalarType.BFloat16).add(new Scalar(0)), bits);
    Tensor z = relu(y.neg().add(y.mul(y)), bits);
    var weights = new float[values.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 + i % 3;
    }
    Tensors.backward(z.to(ScalarType.Float), Tensors.of(weights, weights.length));
    return Tensors.toFloats(x.grad());
  }

  private static Tensor relu(Tensor values, boolean bits) {
    return bits ? BitRelu.apply(values) : values.relu_();
  }

  private static float[] moderate() {
    var values = new float[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i - 500) / 100f;
    }
    return values;
  }

  @Test
  void apply_everyValue_isThatOfRelu() {
    try (var scope = new PointerScope()) {
      Tensor values = Tensors.of(all(), 1 << 16).to(ScalarType.BFloat16);
      Tensor expected = withoutSignOfZero(torch.relu(values));
      assertThat(BitRelu.fits(values)).isTrue();
      Tensor found = withoutSignOfZero(BitRelu.apply(values));
      assertThat(Tensors.toFloats(found)).containsExactly(Tensors.toFloats(expected));
    }
  }

  private static Tensor withoutSignOfZero(Tensor values) {
    return values.to(ScalarType.Float).add(new Scalar(0));
  }

  @Test
  void fits_float32_isNotForIt() {
    try (var scope = new PointerScope()) {
      assertThat(BitRelu.fits(Tensors.of(new float[] {1}, 1))).isFalse();
    }
  }

  @Test
  void apply_training_masksGradientsAsRelu() {
    try (var scope = new PointerScope()) {
      assertThat(gradient(moderate(), true)).containsExactly(gradient(moderate(), false));
    }
  }

  @Test
  void apply_severalThreads_keepTheirPassesApart() {
    try (var scope = new PointerScope()) {
      float[] expected = gradient(moderate(), false);
      assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> inItsScope()))
          .allSatisfy(found -> assertThat(found).containsExactly(expected));
    }
  }

  private static float[] inItsScope() {
    try (var scope = new PointerScope()) {
      return gradient(moderate(), true);
    }
  }

  @Test
  void begin_afterAForwardPassAlone_forgetsIt() {
    try (var scope = new PointerScope()) {
      BitRelu.apply(leaf(moderate()).to(ScalarType.BFloat16));
      BitRelu.begin();
      assertThat(gradient(moderate(), true)).containsExactly(gradient(moderate(), false));
    }
  }
}
