package org.limbeck.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named float32 tensors in the safetensors format: the length of a JSON header, the header, the
 * values little-endian one after the other. Whole numbers of 32 or 64 bits are read as float32.
 *
 * @param tensors in the order of their names, which is the order in the file
 * @param metadata free text by key
 */
public record SafeTensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
  private static final int MAX_HEADER = 256 << 20;
  private static final String METADATA = "__metadata__";

  public SafeTensors {
    tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
    metadata = Map.copyOf(metadata);
  }

  /**
   * One tensor.
   *
   * @param shape its dimensions
   * @param values row-major
   */
  @SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
  public record Tensor(List<Integer> shape, float[] values) {
    public Tensor {
      shape = List.copyOf(shape);
      if (shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact)
          != values.length) {
        throw new IllegalArgumentException(
            "shape " + shape + " does not hold " + values.length + " values");
      }
    }
  }

  /** A file whose content is not what its format or its checksum says. */
  public static final class CorruptFileException extends Exception {
    private static final long serialVersionUID = 1L;

    CorruptFileException(String message) {
      super(message);
    }
  }

  /**
   * The tensor of that name.
   *
   * @throws CorruptFileException if there is none
   */
  public Tensor tensor(String name) throws CorruptFileException {
    Tensor found = tensors.get(name);
    if (found == null) {
      throw new CorruptFileException("no tensor '" + name + "' in it");
    }
    return found;
  }

  /** The bytes of a file with these tensors; equal tensors and metadata give equal bytes. */
  public byte[] toBytes() {
    Map<String, Object> header = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      header.put(METADATA, metadata);
    }
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      long end = offset + 4L * entry.getValue().values().length;
      header.put(
          entry.getKey(),
          Map.of(
              "dtype", "F32",
              "shape", entry.getValue().shape(),
              "data_offsets", List.of(offset, end)));
      offset = end;
    }
    String json = Json.canonical(header);
    json += " ".repeat(Math.floorMod(-json.getBytes(StandardCharsets.UTF_8).length, 8));
    byte[] head = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(8 + head.length + offset))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(head.length).put(head);
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.values()) {
        bytes.putFloat(value);
      }
    }
    return bytes.array();
  }

  /**
   * Reads a file.
   *
   * @throws CorruptFileException if it is truncated or malformed
   */
  public static SafeTensors read(Path file) throws IOException, CorruptFileException {
    return parse(Files.readAllBytes(file));
  }

  /** Reads the bytes of a file. */
  static SafeTensors parse(byte[] content) throws CorruptFileException {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < 8) {
      throw new CorruptFileException("shorter than its header's length");
    }
    long length = bytes.getLong();
    if (length < 2 || length > MAX_HEADER || length > bytes.remaining()) {
      throw new CorruptFileException("header of " + length + " bytes");
    }
    JsonNode header;
    try {
      header =
          Json.read(new String(content, 8, (int) length, StandardCharsets.UTF_8), JsonNode.class);
    } catch (JsonProcessingException e) {
      throw new CorruptFileException("header is not JSON");
    }
    ByteBuffer data = bytes.slice(8 + (int) length, content.length - 8 - (int) length);
    return parse(header, data.order(ByteOrder.LITTLE_ENDIAN));
  }

  private static SafeTensors parse(JsonNode header, ByteBuffer data) throws CorruptFileException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (entry.getKey().equals(METADATA)) {
        entry.getValue().properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
      } else {
        tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), data));
      }
    }
    return new SafeTensors(tensors, metadata);
  }

  private static Tensor tensor(String name, JsonNode node, ByteBuffer data)
      throws CorruptFileException {
    String type = node.path("dtype").asText();
    int width = "I64".equals(type) ? Long.BYTES : Integer.BYTES;
    if (!List.of("F32", "I32", "I64").contains(type)) {
      throw new CorruptFileException(name + ": only F32, I32 and I64 are read, not " + type);
    }
    long start = node.path("data_offsets").path(0).asLong(-1);
    long end = node.path("data_offsets").path(1).asLong(-1);
    if (start < 0 || end < start || end > data.capacity() || (end - start) % width != 0) {
      throw new CorruptFileException(name + ": its data is outside the file");
    }
    ByteBuffer bytes = data.slice((int) start, (int) (end - start));
    float[] values = values(type, bytes.order(ByteOrder.LITTLE_ENDIAN));
    List<Integer> shape = new java.util.ArrayList<>();
    node.path("shape").forEach(dimension -> shape.add(dimension.asInt()));
    try {
      return new Tensor(shape, values);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new CorruptFileException(name + ": " + e.getMessage());
    }
  }

  private static float[] values(String type, ByteBuffer bytes) {
    if (type.equals("F32")) {
      var values = new float[bytes.remaining() / Float.BYTES];
      bytes.asFloatBuffer().get(values);
      return values;
    }
    boolean wide = type.equals("I64");
    var values = new float[bytes.remaining() / (wide ? Long.BYTES : Integer.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = wide ? bytes.getLong() : bytes.getInt();
    }
    return values;
  }
}
