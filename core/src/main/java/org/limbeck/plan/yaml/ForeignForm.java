package org.limbeck.plan.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.plan.Role;
import org.limbeck.plan.key.Scalars;
import org.limbeck.plan.key.YamlValue;

/**
 * The forms in which a study file may give teachers from elsewhere: one as the section {@code
 * teacher} itself, a list in its place, or a list under {@code foreign}, as files are written.
 */
final class ForeignForm {
  private static final String TEACHER = Role.TEACHER.label();
  private static final String FOREIGN = RoleKeys.FOREIGN.name();
  private static final String SCORES = RoleKeys.SCORES.name();
  private static final List<String> OTHER_SOURCES = List.of("onnx", "torchscript", "ensemble");

  private ForeignForm() {}

  /** Whether a section {@code teacher} describes one teacher from elsewhere. */
  static boolean isOne(YamlValue.Keys teacher) {
    return !teacher.values().containsKey(RoleKeys.NETWORK.name())
        && (hasOtherSource(teacher)
            || (teacher.values().containsKey(SCORES) && mode(teacher).isEmpty()));
  }

  /**
   * Whether {@code scores} in the section of one teacher is the mode of the study, and not a file.
   */
  static boolean hasMode(YamlValue.Keys teacher) {
    return hasOtherSource(teacher) && teacher.values().get(SCORES) instanceof YamlValue.Scalar;
  }

  private static boolean hasOtherSource(YamlValue.Keys teacher) {
    return OTHER_SOURCES.stream().anyMatch(teacher.values()::containsKey);
  }

  private static Optional<ScoreMode> mode(YamlValue.Keys teacher) {
    return teacher.values().get(SCORES) instanceof YamlValue.Scalar scalar
        ? Scalars.word(scalar.text(), ScoreMode.class)
        : Optional.empty();
  }

  /** Whether the teachers of a study file are from elsewhere; its form is canonical. */
  static boolean isForeign(YamlValue document) {
    return teacher(document)
        .filter(YamlValue.Keys.class::isInstance)
        .map(YamlValue.Keys.class::cast)
        .filter(teacher -> teacher.values().containsKey(FOREIGN))
        .isPresent();
  }

  /** A study file with its teachers under {@code foreign} if they are from elsewhere. */
  static StudyFile canonical(StudyFile file) {
    return teacher(file.document())
        .map(
            teacher ->
                new StudyFile(
                    file.name(), file.folder(), with(file.document(), canonical(teacher))))
        .orElse(file);
  }

  private static Optional<YamlValue> teacher(YamlValue document) {
    return document instanceof YamlValue.Keys root
        ? Optional.ofNullable(root.values().get(TEACHER))
        : Optional.empty();
  }

  private static YamlValue with(YamlValue document, YamlValue teacher) {
    if (!(document instanceof YamlValue.Keys root)) {
      return document;
    }
    Map<String, YamlValue> values = new LinkedHashMap<>(root.values());
    values.put(TEACHER, teacher);
    return new YamlValue.Keys(root.line(), values);
  }

  private static YamlValue canonical(YamlValue teacher) {
    if (teacher instanceof YamlValue.Items items) {
      return new YamlValue.Keys(items.line(), Map.of(FOREIGN, items));
    }
    return teacher instanceof YamlValue.Keys keys && isOne(keys) ? listed(keys) : teacher;
  }

  private static YamlValue listed(YamlValue.Keys teacher) {
    Map<String, YamlValue> own = new LinkedHashMap<>(teacher.values());
    Map<String, YamlValue> values = new LinkedHashMap<>();
    if (hasMode(teacher)) {
      Optional.ofNullable(own.remove(SCORES)).ifPresent(mode -> values.put(SCORES, mode));
    }
    int line = teacher.line();
    YamlValue.Keys one = new YamlValue.Keys(line, own);
    values.put(FOREIGN, new YamlValue.Items(line, List.of(one)));
    return new YamlValue.Keys(line, values);
  }

  /**
   * An earlier file whose section {@code teacher} can lie below that of a later one: of teachers of
   * another kind only the mode of the scores is left. Both forms are canonical.
   */
  static YamlValue below(YamlValue file, YamlValue earlier) {
    boolean said = teacher(file).isPresent() && !isPartOfEither(file);
    if (!said || isForeign(file) == isForeign(earlier)) {
      return earlier;
    }
    Map<String, YamlValue> values = new LinkedHashMap<>();
    teacher(earlier)
        .filter(YamlValue.Keys.class::isInstance)
        .map(YamlValue.Keys.class::cast)
        .map(keys -> keys.values().get(SCORES))
        .ifPresent(mode -> values.put(SCORES, mode));
    int line = teacher(earlier).map(YamlValue::line).orElse(earlier.line());
    return with(earlier, new YamlValue.Keys(line, values));
  }

  /** Whether a section {@code teacher} says nothing but how scores are used. */
  private static boolean isPartOfEither(YamlValue file) {
    return teacher(file)
        .filter(YamlValue.Keys.class::isInstance)
        .map(YamlValue.Keys.class::cast)
        .filter(keys -> List.of(SCORES).containsAll(keys.values().keySet()))
        .isPresent();
  }
}
