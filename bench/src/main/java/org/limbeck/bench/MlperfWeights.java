package org.limbeck.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights as {@code resnet8.csv} (name, shape, offset and count in floats) and {@code resnet8.f32}
 * (float32, little-endian) hold them.
 */
final class MlperfWeights {
  /**
   * A tensor.
   *
   * @param values row-major
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  record Weights(long[] shape, float[] values) {}

  private final Map<String, Weights> byName = new HashMap<>();

  MlperfWeights(Path folder) throws IOException {
    var floats =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("resnet8.f32")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    List<String> lines = Files.readAllLines(folder.resolve("resnet8.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      var values = new float[Integer.parseInt(cells[3])];
      floats.get(Integer.parseInt(cells[2]), values);
      long[] shape = Arrays.stream(cells[1].split("x")).mapToLong(Long::parseLong).toArray();
      byName.put(cells[0], new Weights(shape, values));
    }
  }

  Weights get(String name) {
    Weights weights = byName.get(name);
    if (weights == null) {
      throw new IllegalArgumentException("no weights '" + name + "'");
    }
    return weights;
  }

  /** A kernel {@code [rows, columns, in, out]} as {@code [out, in, rows, columns]}. */
  Weights kernel(String name) {
    Weights kernel = get(name);
    int rows = (int) kernel.shape()[0];
    int columns = (int) kernel.shape()[1];
    int in = (int) kernel.shape()[2];
    int out = (int) kernel.shape()[3];
    var values = new float[kernel.values().length];
    int to = 0;
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        for (int place = 0; place < rows * columns; place++) {
          values[to++] = kernel.values()[(place * in + i) * out + o];
        }
      }
    }
    return new Weights(new long[] {out, in, rows, columns}, values);
  }
}
