package org.limbeck.plan.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.plan.key.YamlValue;

/**
 * Keys that a {@code study.yaml} lacks because an earlier version wrote it, with the values that
 * this version stood for, which are not the defaults of new studies.
 */
final class EarlierKeys {
  private EarlierKeys() {}

  /** The file with those keys. */
  static StudyFile completed(StudyFile file) {
    if (!(file.document() instanceof YamlValue.Keys root)
        || !(root.values().get(StudyKeys.STUDENT.name()) instanceof YamlValue.Keys student)
        || student.values().containsKey(RoleKeys.BASELINE.name())) {
      return file;
    }
    YamlValue none = new YamlValue.Scalar(student.line(), Boolean.toString(false), false);
    YamlValue completed = with(student, RoleKeys.BASELINE.name(), none);
    return new StudyFile(
        file.name(), file.folder(), with(root, StudyKeys.STUDENT.name(), completed));
  }

  private static YamlValue with(YamlValue.Keys keys, String key, YamlValue value) {
    Map<String, YamlValue> values = new LinkedHashMap<>(keys.values());
    values.put(key, value);
    return new YamlValue.Keys(keys.line(), values);
  }
}
