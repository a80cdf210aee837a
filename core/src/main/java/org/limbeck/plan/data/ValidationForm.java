package org.limbeck.plan.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.plan.key.Section;
import org.limbeck.plan.key.YamlValue;

/**
 * The forms of {@code data.validation}: a share or a file alone, or a section, as it is written.
 */
public final class ValidationForm {
  private static final String DATA = "data";

  private ValidationForm() {}

  /** A document with its validation as a section; one that leaves it out stays as it is. */
  public static YamlValue canonical(YamlValue document) {
    return document instanceof YamlValue.Keys root
            && root.values().get(DATA) instanceof YamlValue.Keys data
            && data.values().containsKey(ValidationKeys.NAME)
        ? with(root, DATA, section(data))
        : document;
  }

  /**
   * The document of a directory's plan: where no part of validation is named to judge, an earlier
   * version wrote it, and the whole split drove and judged.
   */
  public static YamlValue.Keys earlier(YamlValue.Keys root) {
    if (!(root.values().get(DATA) instanceof YamlValue.Keys data)
        || !(section(data).values().get(ValidationKeys.NAME) instanceof YamlValue.Keys validation)
        || validation.values().containsKey(ValidationKeys.JUDGE_NAME)) {
      return root;
    }
    YamlValue shared = new YamlValue.Scalar(validation.line(), ValidationKeys.SHARED, false);
    YamlValue judged = with(validation, ValidationKeys.JUDGE_NAME, shared);
    return with(root, DATA, with(data, ValidationKeys.NAME, judged));
  }

  private static YamlValue.Keys with(YamlValue.Keys keys, String key, YamlValue value) {
    Map<String, YamlValue> values = new LinkedHashMap<>(keys.values());
    values.put(key, value);
    return new YamlValue.Keys(keys.line(), values);
  }

  /** A section {@code data} with its validation as a section; empty where it is left out. */
  private static YamlValue.Keys section(YamlValue.Keys data) {
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

  /** Reports a new study whose whole validation split is to drive and judge, with the reason. */
  public static void requireNotShared(Section data) {
    if (data.isMapping(ValidationKeys.NAME)) {
      ValidationKeys.refuseShared(data);
    }
  }
}
