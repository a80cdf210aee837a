package org.limbeck.plan.yaml;

import org.limbeck.plan.data.ValidationForm;
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
    return file.document() instanceof YamlValue.Keys root
        ? new StudyFile(file.name(), file.folder(), ValidationForm.earlier(withBaseline(root)))
        : file;
  }

  /** There was no baseline. */
  private static YamlValue.Keys withBaseline(YamlValue.Keys root) {
    if (!(root.values().get(StudyKeys.STUDENT.name()) instanceof YamlValue.Keys student)
        || student.values().containsKey(RoleKeys.BASELINE.name())) {
      return root;
    }
    YamlValue none = new YamlValue.Scalar(student.line(), Boolean.toString(false), false);
    return with(root, StudyKeys.STUDENT.name(), with(student, RoleKeys.BASELINE.name(), none));
  }

  private static YamlValue.Keys with(YamlValue.Keys keys, String key, YamlValue value) {
    Map<String, YamlValue> values = new LinkedHashMap<>(keys.values());
    values.put(key, value);
    return new YamlValue.Keys(keys.line(), values);
  }
}
