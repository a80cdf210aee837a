package org.limbeck.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import org.limbeck.child.NamedArray;

/** Arrays as tensors of the types that a model declares. */
final class OnnxInputs {
  /** Float32 has every whole number up to here. */
  private static final int MOST_WHOLE = 1 << 24;

  private OnnxInputs() {}

  static OnnxTensor tensor(OrtEnvironment environment, NamedArray array, TensorInfo declared)
      throws OrtException {
    if (array instanceof NamedArray.Texts texts) {
      return OnnxTensor.createTensor(
          environment, texts.values().toArray(String[]::new), texts.shape());
    }
    var floats = (NamedArray.Floats) array;
    float[] values = floats.values();
    long[] shape = floats.shape();
    return switch (declared.type) {
      case FLOAT -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
      case DOUBLE -> OnnxTensor.createTensor(environment, doubles(values), shape);
      case FLOAT16, BFLOAT16 ->
          OnnxTensor.createTensor(environment, halves(values, declared.type), shape, declared.type);
      case INT32 -> OnnxTensor.createTensor(environment, ints(floats), shape);
      case INT64 -> OnnxTensor.createTensor(environment, longs(floats), shape);
      case INT8, UINT8, BOOL ->
          OnnxTensor.createTensor(environment, bytes(floats, declared.type), shape, declared.type);
      case INT16, STRING, UNKNOWN ->
          throw new IllegalStateException(
              "its input '%s' is %s, which numbers cannot be given as; export it with a float32 input"
                  .formatted(floats.name(), declared.type));
    };
  }

  private static DoubleBuffer doubles(float[] values) {
    DoubleBuffer buffer =
        ByteBuffer.allocateDirect(Math.multiplyExact(values.length, Double.BYTES))
            .order(ByteOrder.nativeOrder())
            .asDoubleBuffer();
    for (int i = 0; i < values.length; i++) {
      buffer.put(i, values[i]);
    }
    return buffer;
  }

  private static ByteBuffer halves(float[] values, OnnxJavaType type) {
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(Math.multiplyExact(values.length, Short.BYTES))
            .order(ByteOrder.nativeOrder());
    ShortBuffer halves = bytes.asShortBuffer();
    for (int i = 0; i < values.length; i++) {
      halves.put(
          i,
          type == OnnxJavaType.FLOAT16
              ? Fp16Conversions.floatToFp16(values[i])
              : Fp16Conversions.floatToBf16(values[i]));
    }
    return bytes;
  }

  private static IntBuffer ints(NamedArray.Floats floats) {
    var ints = new int[floats.values().length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = whole(floats, i, -MOST_WHOLE, MOST_WHOLE);
    }
    return IntBuffer.wrap(ints);
  }

  private static LongBuffer longs(NamedArray.Floats floats) {
    var longs = new long[floats.values().length];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = whole(floats, i, -MOST_WHOLE, MOST_WHOLE);
    }
    return LongBuffer.wrap(longs);
  }

  private static ByteBuffer bytes(NamedArray.Floats floats, OnnxJavaType type) {
    int least = type == OnnxJavaType.INT8 ? Byte.MIN_VALUE : 0;
    int most = type == OnnxJavaType.UINT8 ? 255 : type == OnnxJavaType.BOOL ? 1 : Byte.MAX_VALUE;
    ByteBuffer bytes = ByteBuffer.allocateDirect(floats.values().length);
    for (int i = 0; i < floats.values().length; i++) {
      bytes.put(i, (byte) whole(floats, i, least, most));
    }
    return bytes;
  }

  private static int whole(NamedArray.Floats floats, int index, int least, int most) {
    float value = floats.values()[index];
    if (value != Math.rint(value) || value < least || value > most) {
      throw new IllegalStateException(
          "its input '%s' takes whole numbers in [%d, %d], and the examples have %s; give raw values without normalisation, or export it with a float32 input"
              .formatted(floats.name(), least, most, value));
    }
    return (int) value;
  }
}
