package org.limbeck.plan.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.key.Problems;
import org.limbeck.plan.key.YamlParser;
import org.limbeck.plan.key.YamlValue;

/**
 * The leaves of a study file by their path: a text for a scalar, a list for a list; without lines,
 * so that equal files have equal leaves.
 */
final class Leaves {
  private Leaves() {}

  /** The leaves of a plan as it is written. */
  static Map<String, Object> of(StudyPlan plan) {
    return of(YamlParser.parse(StudyYaml.write(plan), "plan"));
  }

  static Map<String, Object> of(YamlValue document) {
    Map<String, Object> leaves = new LinkedHashMap<>();
    collect("", document, leaves);
    return leaves;
  }

  /** The text of the scalar at a path, if there is one. */
  static Optional<String> scalar(YamlValue document, String... path) {
    YamlValue value = document;
    for (String key : path) {
      if (!(value instanceof YamlValue.Keys keys) || !keys.values().containsKey(key)) {
        return Optional.empty();
      }
      value = Objects.requireNonNull(keys.values().get(key));
    }
    return value instanceof YamlValue.Scalar found ? Optional.of(found.text()) : Optional.empty();
  }

  private static void collect(String path, YamlValue value, Map<String, Object> leaves) {
    if (value instanceof YamlValue.Keys keys) {
      keys.values()
          .forEach((key, child) -> collect(path.isEmpty() ? key : path + "." + key, child, leaves));
    } else {
      leaves.put(path, bare(value));
    }
  }

  private static Object bare(YamlValue value) {
    if (value instanceof YamlValue.Items items) {
      return items.values().stream().map(Leaves::bare).toList();
    }
    if (value instanceof YamlValue.Keys keys) {
      Map<String, Object> bare = new LinkedHashMap<>();
      keys.values().forEach((key, child) -> bare.put(key, bare(child)));
      return bare;
    }
    return ((YamlValue.Scalar) value).text();
  }

  /** A leaf in one line for messages; a recipe is shown as its name. */
  static String text(Object leaf) {
    if (leaf instanceof List<?> list) {
      return list.stream().map(Leaves::text).toList().toString();
    }
    if (leaf instanceof Map<?, ?> keys) {
      Object from = keys.containsKey("from") ? keys.get("from") : keys;
      return Problems.printable(String.valueOf(keys.containsKey("name") ? keys.get("name") : from));
    }
    return Problems.printable(leaf.toString());
  }
}
