package org.limbeck.onnx;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.Map;
import org.limbeck.child.NamedArray;

/** What a model gives, as arrays of float32. */
final class OnnxOutputs {
  private OnnxOutputs() {}

  /**
   * The array of an output.
   *
   * @param classes the keys of its maps in the order of the columns; empty for the sorted keys
   */
  static NamedArray array(String name, OnnxValue value, List<String> classes) throws OrtException {
    if (value instanceof OnnxTensor tensor) {
      return tensor(name, tensor);
    }
    if (value instanceof OnnxSequence sequence) {
      return OnnxMaps.matrix(name, sequence.getValue(), classes);
    }
    if (value instanceof OnnxMap map) {
      return OnnxMaps.rows(name, List.<Map<?, ?>>of(map.getValue()), classes);
    }
    throw new IllegalStateException(
        "its output '%s' is a %s; choose an output that is a tensor"
            .formatted(name, value.getType()));
  }

  private static NamedArray tensor(String name, OnnxTensor tensor) throws OrtException {
    TensorInfo info = tensor.getInfo();
    return switch (info.type) {
      case STRING -> new NamedArray.Texts(name, info.getShape(), texts(tensor.getValue()));
      case FLOAT, FLOAT16, BFLOAT16 -> floats(name, info, tensor.getFloatBuffer());
      case DOUBLE -> floats(name, info, floats(tensor.getDoubleBuffer()));
      case INT64 -> floats(name, info, floats(tensor.getLongBuffer()));
      case INT32 -> floats(name, info, floats(tensor.getIntBuffer()));
      case INT16 -> floats(name, info, floats(tensor.getShortBuffer()));
      case INT8 -> floats(name, info, floats(tensor.getByteBuffer(), 0xffffffff));
      case UINT8, BOOL -> floats(name, info, floats(tensor.getByteBuffer(), 0xff));
      case UNKNOWN ->
          throw new IllegalStateException(
              "its output '%s' has a type that cannot be read; choose another".formatted(name));
    };
  }

  private static List<String> texts(Object value) {
    if (value instanceof String text) {
      return List.of(text);
    }
    if (value instanceof String[] texts) {
      return List.of(texts);
    }
    throw new IllegalStateException("an output has texts on two axes; choose an output of scores");
  }

  private static NamedArray floats(String name, TensorInfo info, FloatBuffer buffer) {
    var values = new float[buffer.remaining()];
    buffer.get(values);
    return new NamedArray.Floats(name, info.getShape(), values);
  }

  private static FloatBuffer floats(DoubleBuffer from) {
    FloatBuffer to = FloatBuffer.allocate(from.remaining());
    while (from.hasRemaining()) {
      to.put((float) from.get());
    }
    return to.flip();
  }

  private static FloatBuffer floats(LongBuffer from) {
    FloatBuffer to = FloatBuffer.allocate(from.remaining());
    while (from.hasRemaining()) {
      to.put((float) from.get());
    }
    return to.flip();
  }

  private static FloatBuffer floats(IntBuffer from) {
    FloatBuffer to = FloatBuffer.allocate(from.remaining());
    while (from.hasRemaining()) {
      to.put((float) from.get());
    }
    return to.flip();
  }

  private static FloatBuffer floats(ShortBuffer from) {
    FloatBuffer to = FloatBuffer.allocate(from.remaining());
    while (from.hasRemaining()) {
      to.put(from.get());
    }
    return to.flip();
  }

  private static FloatBuffer floats(ByteBuffer from, int mask) {
    FloatBuffer to = FloatBuffer.allocate(from.remaining());
    while (from.hasRemaining()) {
      to.put(from.get() & mask);
    }
    return to.flip();
  }
}
