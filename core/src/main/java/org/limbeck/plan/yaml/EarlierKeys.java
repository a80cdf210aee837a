package org.limbeck.plan.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.plan.Role;
import org.limbeck.plan.data.ValidationForm;
import org.limbeck.plan.key.Scalars;
import org.limbeck.plan.key.YamlValue;
import org.limbeck.teacher.LabelSource;

/**
 * Keys that a {@code study.yaml} lacks because an earlier version wrote it, with the values that
 * this version stood for, which are not the defaults of new studies.
 */
final class EarlierKeys {
  private EarlierKeys() {}

  /** The file with those keys. */
  static StudyFile completed(StudyFile file) {
    return file.document() instanceof YamlValue.Keys root
        ? new StudyFile(file.name(), file.folder(), ValidationForm.earlier(withRoles(root)))
        : file;
  }

  private static YamlValue.Keys withRoles(YamlValue.Keys root) {
    YamlValue.Keys roles = root;
    for (Role role : Role.values()) {
      if (root.values().get(role.label()) instanceof YamlValue.Keys section) {
        YamlValue.Keys moved = withMultipliers(section, !isForeign(section));
        roles = with(roles, role.label(), role == Role.STUDENT ? ofStudent(moved) : moved);
      }
    }
    return roles;
  }

  private static boolean isForeign(YamlValue.Keys section) {
    return !section.values().containsKey(RoleKeys.NETWORK.name());
  }

  /** There was no baseline, and the objectives learned from the teacher alone. */
  private static YamlValue.Keys ofStudent(YamlValue.Keys student) {
    YamlValue.Keys completed = unlessThere(student, RoleKeys.BASELINE.name(), "false");
    return unlessThere(completed, LabelKeys.LABELS.name(), Scalars.word(LabelSource.TEACHER));
  }

  /**
   * The step size was 0.1, class risks were not shrunk, and one class could have all the weight.
   */
  private static YamlValue.Keys withMultipliers(YamlValue.Keys section, boolean always) {
    YamlValue.Keys completed = section;
    String key = RoleKeys.MULTIPLIERS.name();
    if (section.values().get(key) instanceof YamlValue.Keys multipliers) {
      completed = with(section, key, completed(multipliers));
    } else if (always && !section.values().containsKey(key)) {
      completed = with(section, key, completed(new YamlValue.Keys(section.line(), Map.of())));
    }
    if (completed.values().get(RoleKeys.RECIPES.name()) instanceof YamlValue.Items recipes) {
      List<YamlValue> entries = recipes.values().stream().map(EarlierKeys::recipe).toList();
      completed =
          with(completed, RoleKeys.RECIPES.name(), new YamlValue.Items(recipes.line(), entries));
    }
    return completed;
  }

  private static YamlValue recipe(YamlValue recipe) {
    return recipe instanceof YamlValue.Keys keys ? withMultipliers(keys, false) : recipe;
  }

  private static YamlValue.Keys completed(YamlValue.Keys multipliers) {
    YamlValue.Keys completed = unlessThere(multipliers, "gamma", "0.1");
    completed = unlessThere(completed, "smoothing", "0.0");
    return unlessThere(completed, "worstK", "1");
  }

  private static YamlValue.Keys unlessThere(YamlValue.Keys keys, String key, String value) {
    return keys.values().containsKey(key)
        ? keys
        : with(keys, key, new YamlValue.Scalar(keys.line(), value, false));
  }

  private static YamlValue.Keys with(YamlValue.Keys keys, String key, YamlValue value) {
    Map<String, YamlValue> values = new LinkedHashMap<>(keys.values());
    values.put(key, value);
    return new YamlValue.Keys(keys.line(), values);
  }
}
