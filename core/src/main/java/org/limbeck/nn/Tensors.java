package org.limbeck.nn;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.limbeck.base.Closer;

/** Copies between Java arrays and tensors, and the one way out of a scope. */
public final class Tensors {
  private Tensors() {}

  /** A float32 tensor with a copy of {@code values}, in the caller's scope. */
  public static Tensor of(float[] values, long... shape) {
    Tensor tensor = torch.empty(shape);
    copy(values, tensor);
    return tensor;
  }

  /** An int64 vector with a copy of {@code values}, in the caller's scope. */
  public static Tensor of(int[] values) {
    var wide = new long[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return torch.tensor(wide);
  }

  /** Images with the channels of a pixel side by side; anything else is returned as it is. */
  public static Tensor channelsLast(Tensor tensor) {
    return tensor.dim() == 4 ? tensor.contiguous(MemoryFormat.ChannelsLast) : tensor;
  }

  /**
   * An uninitialised tensor for images, channels-last.
   *
   * @param shape {@code [batch, channels, rows, columns]}
   */
  public static Tensor emptyChannelsLast(Precision precision, long... shape) {
    return torch
        .empty(shape[0], shape[2], shape[3], shape[1])
        .to(precision.type())
        .permute(0, 3, 1, 2);
  }

  /** Copies {@code values} into a contiguous float32 vector, or tensor of the processor's. */
  public static void copy(float[] values, Tensor target) {
    if (target.numel() != values.length) {
      throw new IllegalArgumentException(
          "expected " + target.numel() + " values, found " + values.length);
    }
    if (target.is_cuda()) {
      target.copy_(of(values, target.numel()));
    } else {
      new FloatPointer(target.data_ptr_float()).put(values);
    }
  }

  /** A copy of a float32 tensor, row-major. */
  public static float[] toFloats(Tensor tensor) {
    Tensor contiguous = tensor.cpu().contiguous();
    var values = new float[Math.toIntExact(contiguous.numel())];
    new FloatPointer(contiguous.data_ptr_float()).get(values);
    return values;
  }

  /** Adds to the gradients of all parameters what {@code gradient} of {@code output} gives them. */
  public static void backward(Tensor output, Tensor gradient) {
    output.backward(gradient, new BoolOptional(), false, new TensorArrayRefOptional());
  }

  /** Takes a pointer out of every scope; whoever keeps it must {@link #release} it. */
  public static <P extends Pointer> P keep(P pointer) {
    return pointer.retainReference();
  }

  /** Takes a pointer out of every scope and has {@code closer} release it. */
  public static <P extends Pointer> P keep(P pointer, Closer closer) {
    return closer.add(keep(pointer), Tensors::release);
  }

  /** Gives back what was kept. */
  public static void release(Pointer pointer) {
    pointer.releaseReference();
  }
}
