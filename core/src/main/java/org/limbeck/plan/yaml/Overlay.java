package org.limbeck.plan.yaml;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.LimbeckException;
import org.limbeck.plan.StudyPlan;

/**
 * A study file laid over an earlier one: mappings key by key; a scalar or a list of the file
 * replaces that of the earlier one.
 */
final class Overlay {
  /** Added to the lines of the earlier file; no study file has as many lines of its own. */
  static final int EARLIER = 2 * StudyYaml.MAX_BYTES;

  /** Keys without a default, or on which the defaults of others depend. */
  private static final Set<String> NEEDED =
      Set.of("name", "seeds", "data.source", "teacher.network", "student.network");

  private final StudyFile file;
  private final StudyFile earlier;
  private final YamlValue base;

  /**
   * Lays one file over another.
   *
   * @param earlier is a whole study file: no aliases in it grow when it is copied
   */
  Overlay(StudyFile file, StudyFile earlier) {
    this.file = file;
    this.earlier = earlier;
    StudyYaml.plan(earlier);
    base = below(file.document(), moved("", earlier.document()));
  }

  /** The plan of both, and which keys it has from the earlier file alone. */
  ContinuedPlan plan() {
    StudyPlan plan = plan(over(file.document(), base));
    Map<String, Object> here = Leaves.of(file.document());
    Map<String, Object> usual = Leaves.of(usual());
    List<KeptKey> kept = new ArrayList<>();
    Leaves.of(plan)
        .forEach(
            (key, value) -> {
              Object standard = NEEDED.contains(key) ? null : usual.get(key);
              if (!here.containsKey(key) && !value.equals(standard)) {
                String shown = standard == null ? null : Leaves.text(standard);
                kept.add(new KeptKey(key, Leaves.text(value), shown));
              }
            });
    return new ContinuedPlan(plan, kept);
  }

  /** What the file alone would mean; what its needed keys mean where it makes no plan alone. */
  private StudyPlan usual() {
    YamlValue needed = needed("", base);
    try {
      return plan(over(file.document(), needed));
    } catch (LimbeckException e) {
      return plan(needed);
    }
  }

  private StudyPlan plan(YamlValue document) {
    return StudyYaml.plan(new Problems(file.name(), earlier.name()), document, file.folder());
  }

  /** The options of a data source mean nothing to another one. */
  private static YamlValue below(YamlValue file, YamlValue earlier) {
    Optional<String> source = Leaves.scalar(file, "data", "source");
    if (source.isEmpty()
        || source.equals(Leaves.scalar(earlier, "data", "source"))
        || !(earlier instanceof YamlValue.Keys keys)) {
      return earlier;
    }
    Map<String, YamlValue> others = new LinkedHashMap<>(keys.values());
    others.remove("data");
    return new YamlValue.Keys(keys.line(), others);
  }

  private static YamlValue over(YamlValue file, YamlValue earlier) {
    if (!(file instanceof YamlValue.Keys above) || !(earlier instanceof YamlValue.Keys below)) {
      return file;
    }
    Map<String, YamlValue> values = new LinkedHashMap<>(below.values());
    above
        .values()
        .forEach(
            (key, value) -> {
              YamlValue under = below.values().get(key);
              values.put(key, under == null ? value : over(value, under));
            });
    return new YamlValue.Keys(above.line(), values);
  }

  private static YamlValue needed(String path, YamlValue value) {
    if (!(value instanceof YamlValue.Keys keys)) {
      return value;
    }
    Map<String, YamlValue> values = new LinkedHashMap<>();
    keys.values()
        .forEach(
            (key, child) -> {
              String place = path.isEmpty() ? key : path + "." + key;
              if (NEEDED.stream()
                  .anyMatch(all -> all.equals(place) || all.startsWith(place + "."))) {
                values.put(key, needed(place, child));
              }
            });
    return new YamlValue.Keys(keys.line(), values);
  }

  /** The same with its lines told apart from the file's, and its paths made absolute. */
  private YamlValue moved(String path, YamlValue value) {
    int line = EARLIER + value.line();
    if (value instanceof YamlValue.Keys keys) {
      Map<String, YamlValue> values = new LinkedHashMap<>();
      keys.values()
          .forEach(
              (key, child) ->
                  values.put(key, moved(path.isEmpty() ? key : path + "." + key, child)));
      return new YamlValue.Keys(line, values);
    }
    if (value instanceof YamlValue.Items items) {
      return new YamlValue.Items(
          line, items.values().stream().map(item -> moved(path + "[]", item)).toList());
    }
    YamlValue.Scalar scalar = (YamlValue.Scalar) value;
    String text = DataSection.isFile(path) ? absolute(scalar.text()) : scalar.text();
    return new YamlValue.Scalar(line, text, scalar.quoted());
  }

  private String absolute(String text) {
    try {
      return earlier.folder().resolve(text).normalize().toString();
    } catch (InvalidPathException e) {
      return text; // refused with its line where it is read
    }
  }
}
