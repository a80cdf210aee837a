package org.limbeck.onnx;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limbeck.child.NamedArray;

/** The output of a ZipMap, a map from class to score for each example, as a matrix. */
final class OnnxMaps {
  private OnnxMaps() {}

  static NamedArray matrix(String name, List<?> maps, List<String> classes) throws OrtException {
    List<Map<?, ?>> rows = new ArrayList<>();
    for (Object map : maps) {
      if (!(map instanceof OnnxMap scores)) {
        throw new IllegalStateException(
            "its output '%s' is a list of something else than maps; choose an output of scores"
                .formatted(name));
      }
      rows.add(scores.getValue());
    }
    return rows(name, rows, classes);
  }

  /**
   * The matrix {@code [examples, classes]} of maps.
   *
   * @param classes the order of the columns; empty for numbers as keys, in their order
   */
  static NamedArray rows(String name, List<Map<?, ?>> rows, List<String> classes) {
    if (rows.isEmpty()) {
      return new NamedArray.Floats(name, new long[] {0, classes.size()}, new float[0]);
    }
    List<String> keys = classes.isEmpty() ? numbers(name, rows.get(0)) : classes;
    var values = new float[rows.size() * keys.size()];
    for (int row = 0; row < rows.size(); row++) {
      Map<String, Float> scores = byText(name, rows.get(row));
      for (int i = 0; i < keys.size(); i++) {
        Float score = scores.get(keys.get(i));
        if (score == null || scores.size() != keys.size()) {
          throw new IllegalStateException(
              "its output '%s' has the classes %s in one example and %s in another; export it with one score for each class"
                  .formatted(name, keys, scores.keySet()));
        }
        values[row * keys.size() + i] = score;
      }
    }
    return new NamedArray.Floats(name, new long[] {rows.size(), keys.size()}, values);
  }

  private static Map<String, Float> byText(String name, Map<?, ?> scores) {
    Map<String, Float> texts = new TreeMap<>();
    scores.forEach(
        (key, value) -> {
          if (!(value instanceof Number number)) {
            throw new IllegalStateException(
                "its output '%s' maps classes to something else than numbers; choose an output of scores"
                    .formatted(name));
          }
          texts.put(String.valueOf(key), number.floatValue());
        });
    return texts;
  }

  private static List<String> numbers(String name, Map<?, ?> scores) {
    if (!scores.keySet().stream().allMatch(Long.class::isInstance)) {
      throw new IllegalStateException(
          "its output '%s' names its classes, and its graph does not tell their order; export it without ZipMap"
              .formatted(name));
    }
    return scores.keySet().stream().map(Long.class::cast).sorted().map(String::valueOf).toList();
  }
}
