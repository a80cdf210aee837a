package org.limbeck.nn;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorTensorHook;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * ReLU of bfloat16 values by their bits: as 16-bit integers, negative values are the negative
 * integers, so max(x, 0) and the mask of the backward pass are integer operations. LibTorch's
 * bfloat16 kernels widen each value to float32 and round it back, which takes three times as long
 * (docs/design-decisions.md, "The image step").
 *
 * <p>The results are those of {@code relu_}, but for NaN with its sign bit set, which becomes 0: a
 * training that diverges is found by its weights and statistics ({@link StateDict#finite}).
 *
 * <p>Autograd does not see the change of the values: a hook on the output masks its gradient. All
 * hooks are one object, for JavaCPP has room for few; the ReLUs of a network follow one another, so
 * gradients arrive in the reverse order of the forward pass of their thread.
 */
final class BitRelu extends TensorTensorHook {
  private static final ThreadLocal<Pass> PASS = ThreadLocal.withInitial(Pass::new);

  /** The forward pass of a thread that waits for its backward pass. */
  private static final class Pass {
    private final Deque<Tensor> outputs = new ArrayDeque<>();
    private @Nullable Tensor gradient;

    void keep(@Nullable Tensor next) {
      if (gradient != null) {
        Tensors.release(gradient);
      }
      gradient = next;
    }
  }

  private static final class Hook {
    private static final BitRelu ONE = new BitRelu();
  }

  private BitRelu() {
    Tensors.keep(this);
  }

  /** Forgets the pass before, also one that no backward pass followed. */
  static void begin() {
    Pass pass = PASS.get();
    while (!pass.outputs.isEmpty()) {
      Tensors.release(pass.outputs.pop());
    }
    pass.keep(null);
  }

  /** Whether values are of a kind that this is for. */
  static boolean fits(Tensor values) {
    return values.scalar_type().intern() == ScalarType.BFloat16 && values.is_cpu();
  }

  /** Overwrites values that {@link #fits} by max(x, 0), and gives them back. */
  static Tensor apply(Tensor values) {
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard()) {
      Tensor bits = values.detach().view(ScalarType.Short);
      torch.clamp_min_(bits, new Scalar(0));
      if (values.requires_grad()) {
        PASS.get().outputs.push(Tensors.keep(bits));
        values.register_hook(Hook.ONE);
      }
    }
    return values;
  }

  /** Masks the gradient of the newest output; it stays until the next one comes. */
  @Override
  public TensorBase call(TensorBase gradient) {
    Pass pass = PASS.get();
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard()) {
      Tensor output = pass.outputs.pop();
      Tensor bits = new Tensor(gradient).view(ScalarType.Short);
      Tensor masked =
          Tensors.keep(
              torch.threshold_backward(bits, output, new Scalar(0)).view(ScalarType.BFloat16));
      Tensors.release(output);
      pass.keep(masked);
      return masked;
    }
  }
}
