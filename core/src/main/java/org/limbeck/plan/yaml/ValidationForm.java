package org.limbeck.plan.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.key.Problems;
import org.limbeck.plan.key.Section;
import org.limbeck.plan.key.YamlValue;

/** The forms of {@code data.validation}: a share or a file alone, or a section, as it is written. */
final class ValidationForm {
  private ValidationForm() {}

  /** A study file with its validation as a section. */
  static StudyFile canonical(StudyFile file) {
    String name = StudyKeys.DATA.name();
    if (!(file.document() instanceof YamlValue.Keys root)
        || !(root.values().get(name) instanceof YamlValue.Keys data)
        || !data.values().containsKey(ValidationKeys.NAME)) {
      return file;
    }
    Map<String, YamlValue> values = new LinkedHashMap<>(root.values());
    values.put(name, canonical(data));
    return new StudyFile(file.name(), file.folder(), new YamlValue.Keys(root.line(), values));
  }

  /** A section {@code data} with its validation as a section; empty where it is left out. */
  static YamlValue.Keys canonical(YamlValue.Keys data) {
    YamlValue validation = data.values().get(ValidationKeys.NAME);
    Map<String, YamlValue> values = new LinkedHashMap<>(data.values());
    if (validation == null) {
      values.put(ValidationKeys.NAME, new YamlValue.Keys(data.line(), Map.of()));
    } else if (validation instanceof YamlValue.Scalar scalar) {
      String key = DataOptions.isShare(scalar.text()) ? "share" : "file";
      values.put(ValidationKeys.NAME, new YamlValue.Keys(scalar.line(), Map.of(key, scalar)));
    }
    return new YamlValue.Keys(data.line(), values);
  }

  /** The section of a canonical section {@code data}; null where it is something else. */
  static YamlValue.@Nullable Keys validation(YamlValue.Keys data) {
    return data.values().get(ValidationKeys.NAME) instanceof YamlValue.Keys keys ? keys : null;
  }

  /**
   * Refuses to begin a study whose whole validation split drives and judges.
   *
   * @throws org.limbeck.LimbeckException with the reason
   */
  static void requireNotShared(StudyFile file) {
    var problems = new Problems(file.name());
    Section data = StudyKeys.DATA.below(Section.root(problems, file.document()));
    if (data.isMapping(ValidationKeys.NAME)) {
      ValidationKeys.refuseShared(data);
    }
    problems.throwIfAny();
  }
}
