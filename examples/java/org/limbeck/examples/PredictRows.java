package org.limbeck.examples;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Predicts with a student in ONNX Runtime; Limbeck is not needed for that.
 *
 * <p>The first argument is the student, a model with one input; the second a file with an example
 * on each line, its numbers separated by commas.
 */
public final class PredictRows {
  private PredictRows() {}

  /** Prints the class of each example and its probability. */
  public static void main(String[] args) throws IOException, OrtException {
    predict(Path.of(args[0]), rows(Path.of(args[1]))).forEach(System.out::println);
  }

  static List<String> predict(Path student, float[][] rows) throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(student.toString());
        OnnxTensor input = OnnxTensor.createTensor(environment, rows);
        var outputs = session.run(Map.of(session.getInputNames().iterator().next(), input))) {
      Map<String, String> metadata = session.getMetadata().getCustomMetadata();
      var names = new ObjectMapper().readValue(metadata.get("class_names"), String[].class);
      List<String> lines = new ArrayList<>();
      for (var row : (float[][]) outputs.get("probabilities").orElseThrow().getValue()) {
        int best = largest(row);
        lines.add("%s %.2f".formatted(names[best], row[best]));
      }
      return lines;
    }
  }

  private static int largest(float[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }

  private static float[][] rows(Path file) throws IOException {
    List<float[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", -1);
      var row = new float[cells.length];
      for (int i = 0; i < row.length; i++) {
        row[i] = Float.parseFloat(cells[i]);
      }
      rows.add(row);
    }
    return rows.toArray(float[][]::new);
  }
}
