package org.limbeck.scores.array;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.base.Json;

/**
 * A safetensors file: the length of a JSON header, the header, the values little-endian one after
 * the other.
 *
 * @param tensors what the header says of each, by name
 * @param start of the values in the file
 * @param metadata free text by key
 */
record SafeTensorsFile(
    Path file,
    String shown,
    Map<String, JsonNode> tensors,
    long start,
    Map<String, String> metadata)
    implements ArrayFile {
  private static final int MOST_HEADER = 64 << 20;
  private static final String METADATA = "__metadata__";
  private static final String REMEDY = "; write it with safetensors' save_file";

  static SafeTensorsFile open(Path file, String shown) {
    try (InputStream in = Files.newInputStream(file)) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(8)).order(ByteOrder.LITTLE_ENDIAN);
      long length = bytes.remaining() < 8 ? -1 : bytes.getLong();
      if (length < 2 || length > MOST_HEADER || length > Files.size(file) - 8) {
        throw new LimbeckException(
            "%s: not a safetensors file, or cut off: header of %,d bytes"
                    .formatted(shown, Math.max(0, length))
                + REMEDY);
      }
      byte[] text = in.readNBytes((int) length);
      JsonNode header = Json.read(new String(text, StandardCharsets.UTF_8), JsonNode.class);
      return of(file, shown, header, 8 + length);
    } catch (JsonProcessingException e) {
      throw new LimbeckException(shown + ": its header is not JSON" + REMEDY, e);
    } catch (IOException e) {
      throw NpyFile.cannotRead(shown, e);
    }
  }

  private static SafeTensorsFile of(Path file, String shown, JsonNode header, long start) {
    Map<String, JsonNode> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (entry.getKey().equals(METADATA)) {
        entry.getValue().properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
      } else {
        tensors.put(entry.getKey(), entry.getValue());
      }
    }
    return new SafeTensorsFile(file, shown, tensors, start, metadata);
  }

  @Override
  public List<String> names() {
    return List.copyOf(tensors.keySet());
  }

  @Override
  public FileArray read(String name) {
    String place = shown + ": " + name;
    JsonNode tensor = tensors.getOrDefault(name, MissingNode.getInstance());
    ElementType type = type(place, tensor.path("dtype").asText());
    List<Long> shape = new ArrayList<>();
    tensor.path("shape").forEach(dimension -> shape.add(dimension.asLong(-1)));
    long from = tensor.path("data_offsets").path(0).asLong(-1);
    long to = tensor.path("data_offsets").path(1).asLong(-1);
    try {
      if (from < 0 || to < from || to > Files.size(file) - start) {
        throw new LimbeckException(place + ": its data is outside the file, or cut off" + REMEDY);
      }
      int count = ArraySizes.count(place, shape, type, to - from);
      if ((long) count * type.width() != to - from) {
        throw new LimbeckException(
            "%s: shape %s does not fit its %,d bytes".formatted(place, shape, to - from) + REMEDY);
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
        in.skipNBytes(start + from);
        return new FileArray(
            shown,
            name,
            shape.stream().map(Long::intValue).toList(),
            ElementReader.read(in, type, count, i -> i));
      }
    } catch (IOException e) {
      throw NpyFile.cannotRead(place, e);
    }
  }

  private static ElementType type(String place, String dtype) {
    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    return switch (dtype) {
      case "F64" -> new ElementType(ElementType.Kind.FLOAT, 8, order);
      case "F32" -> new ElementType(ElementType.Kind.FLOAT, 4, order);
      case "F16" -> new ElementType(ElementType.Kind.FLOAT, 2, order);
      case "BF16" -> new ElementType(ElementType.Kind.BRAIN_FLOAT, 2, order);
      case "I64" -> new ElementType(ElementType.Kind.SIGNED, 8, order);
      case "I32" -> new ElementType(ElementType.Kind.SIGNED, 4, order);
      case "I16" -> new ElementType(ElementType.Kind.SIGNED, 2, order);
      case "I8" -> new ElementType(ElementType.Kind.SIGNED, 1, order);
      case "U8", "BOOL" -> new ElementType(ElementType.Kind.UNSIGNED, 1, order);
      default ->
          throw new LimbeckException(
              "%s: type '%s' is not read; save F32, F64, F16, BF16 or whole numbers"
                  .formatted(place, dtype));
    };
  }
}
