package org.limbeck.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The reference values of src/test/resources/vectors, computed elsewhere. */
public final class Vectors {
  private Vectors() {}

  public static Stream<JsonNode> cases(String topic) {
    try (var in = Vectors.class.getResourceAsStream("/vectors/" + topic + ".json")) {
      JsonNode cases = new ObjectMapper().readTree(Objects.requireNonNull(in)).get("cases");
      return StreamSupport.stream(cases.spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }

  public static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::intValue).toArray();
  }

  /** A matrix as one row-major array. */
  public static double[] rows(JsonNode matrix) {
    return StreamSupport.stream(matrix.spliterator(), false)
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }

  /** A matrix as one row-major float32 array. */
  public static float[] floats(JsonNode matrix) {
    double[] rows = rows(matrix);
    var floats = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      floats[i] = (float) rows[i];
    }
    return floats;
  }
}
