package org.limbeck.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Json;
import org.limbeck.data.Examples;

/**
 * The scores that an ONNX model, Limbeck's or another, gives some examples in ONNX Runtime.
 *
 * @param output the name of the output that was read
 * @param values of that output, row-major {@code [examples, classes]}
 * @param costs that it was trained with, if Limbeck wrote it and said so
 * @param fingerprint of the splits it was trained on, if Limbeck wrote it
 */
@SuppressWarnings("ArrayRecordComponent") // large, read-only
public record OnnxScores(
    String output, float[] values, Optional<double[]> costs, Optional<String> fingerprint) {
  private static final int BATCH = 256;

  /**
   * Scores examples as the data set holds them: the normalisation has to be part of the model.
   *
   * @throws LimbeckException if it is not an ONNX model, or its input or outputs do not fit the
   *     data
   */
  public static OnnxScores of(Path file, Examples examples, int classes) {
    byte[] bytes = bytes(file);
    int threads = Runtime.getRuntime().availableProcessors();
    try (var model = new OnnxRuntimeModel(bytes, threads)) {
      OnnxPorts ports = OnnxPorts.of(file, model, examples.shape(), classes);
      return new OnnxScores(
          ports.output(),
          scores(model, ports, examples, classes),
          Optional.ofNullable(model.metadata().get(MetadataKeys.COSTS))
              .map(text -> costs(file, text, classes)),
          Optional.ofNullable(model.metadata().get(MetadataKeys.FINGERPRINT)));
    } catch (IllegalStateException e) {
      throw new LimbeckException(
          "%s: %s; give an ONNX model that classifies these examples"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new LimbeckException(
          "%s cannot be read: %s; check the path".formatted(file, AtomicFiles.reason(e)), e);
    }
  }

  private static float[] scores(
      OnnxRuntimeModel model, OnnxPorts ports, Examples examples, int classes) {
    var all = new float[Math.multiplyExact(examples.size(), classes)];
    OptionalInt fixed = ports.fixedBatch();
    int batch = fixed.orElse(BATCH);
    for (int start = 0; start < examples.size(); start += batch) {
      int count = Math.min(batch, examples.size() - start);
      int rows = fixed.orElse(count);
      // A model with a fixed batch gets zeros after the last example.
      float[] values = Arrays.copyOf(examples.rows(start, count), rows * examples.exampleSize());
      float[] scores =
          model.run(ports.input(), FloatBuffer.wrap(values), ports.shape(rows), ports.output());
      if (scores.length != rows * classes) {
        throw new LimbeckException(
            "output '%s' has %d values for %d examples, not one for each of the %d classes; give a model of these classes"
                .formatted(ports.output(), scores.length, rows, classes));
      }
      System.arraycopy(scores, 0, all, start * classes, count * classes);
    }
    return all;
  }

  private static double[] costs(Path file, String text, int classes) {
    try {
      double[] costs = Json.read(text, double[].class);
      if (costs.length == classes && Arrays.stream(costs).allMatch(c -> c > 0)) {
        return costs;
      }
    } catch (JsonProcessingException e) {
      throw badCosts(file, text, e);
    }
    throw badCosts(file, text, null);
  }

  private static LimbeckException badCosts(Path file, String text, @Nullable Exception cause) {
    return new LimbeckException(
        "%s: metadata %s is not a list of positive numbers, one for each class: %s; give the right ones with --costs"
            .formatted(file, MetadataKeys.COSTS, text),
        cause);
  }
}
