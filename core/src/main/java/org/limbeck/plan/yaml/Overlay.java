package org.limbeck.plan.yaml;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.LimbeckException;
import org.limbeck.plan.Role;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.data.DataKeys;
import org.limbeck.plan.data.ValidationForm;
import org.limbeck.plan.foreign.ForeignKeys;
import org.limbeck.plan.key.Problems;
import org.limbeck.plan.key.YamlValue;

/**
 * A study file laid over an earlier one: mappings key by key; a scalar or a list of the file
 * replaces that of the earlier one.
 */
final class Overlay {

  private final StudyFile file;
  private final StudyFile earlier;
  private final YamlValue base;
  private final YamlValue document;

  /**
   * Lays one file over another.
   *
   * @param earlier is a whole study file: no aliases in it grow when it is copied
   * @param bound the roles whose earlier keys are kept though the file has a whole section of them
   */
  Overlay(StudyFile file, StudyFile earlier, Set<Role> bound) {
    this.file = canonical(file);
    this.earlier = canonical(earlier);
    StudyYaml.plan(earlier);
    YamlValue below = below(this.file.document(), moved("", this.earlier.document()));
    below = ForeignForm.below(this.file.document(), below);
    for (Role role : Role.values()) {
      String section = role.label();
      boolean whole = Leaves.scalar(file.document(), section, "network").isPresent();
      below = whole && !bound.contains(role) ? without(below, section) : below;
    }
    base = below;
    document = over(this.file.document(), base);
  }

  private static StudyFile canonical(StudyFile file) {
    StudyFile teachers = ForeignForm.canonical(file);
    return new StudyFile(file.name(), file.folder(), ValidationForm.canonical(teachers.document()));
  }

  /** The plan of both, and which keys it has from the earlier file alone. */
  ContinuedPlan plan() {
    StudyPlan plan = plan(document);
    Set<String> here = Leaves.of(file.document()).keySet();
    List<KeptKey> kept = new ArrayList<>();
    Leaves.of(base)
        .forEach(
            (key, value) -> {
              if (!here.contains(key)) {
                kept(plan, key, Leaves.text(value)).ifPresent(kept::add);
              }
            });
    return new ContinuedPlan(plan, kept);
  }

  /** A key of the earlier file, unless the plan would be the same without it. */
  private Optional<KeptKey> kept(StudyPlan plan, String key, String value) {
    try {
      StudyPlan without = plan(without(document, key));
      Object standard = Leaves.of(without).get(key);
      return without.equals(plan)
          ? Optional.empty()
          : Optional.of(new KeptKey(key, value, standard == null ? null : Leaves.text(standard)));
    } catch (LimbeckException e) {
      return Optional.of(new KeptKey(key, value, null)); // there is no plan without the key
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

  private static YamlValue without(YamlValue value, String path) {
    if (!(value instanceof YamlValue.Keys keys)) {
      return value;
    }
    Map<String, YamlValue> values = new LinkedHashMap<>(keys.values());
    int dot = path.indexOf('.');
    if (dot < 0) {
      values.remove(path);
    } else {
      values.computeIfPresent(
          path.substring(0, dot), (key, child) -> without(child, path.substring(dot + 1)));
    }
    return new YamlValue.Keys(keys.line(), values);
  }

  /** The same with its lines told apart from the file's, and its paths made absolute. */
  private YamlValue moved(String path, YamlValue value) {
    int line = Problems.EARLIER + value.line();
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
    String text = isFile(path, scalar.text()) ? absolute(scalar.text()) : scalar.text();
    return new YamlValue.Scalar(line, text, scalar.quoted());
  }

  private static boolean isFile(String path, String value) {
    String teachers = "teacher." + RoleKeys.FOREIGN.name();
    return DataKeys.isFile(path, value)
        || (path.startsWith(teachers) && ForeignKeys.isFile(path.substring(teachers.length())));
  }

  private String absolute(String text) {
    try {
      return earlier.folder().resolve(text).normalize().toString();
    } catch (InvalidPathException e) {
      return text; // refused with its line where it is read
    }
  }
}
