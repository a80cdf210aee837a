package org.limbeck.plan.yaml;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.plan.Role;
import org.limbeck.plan.TeacherPlan;
import org.limbeck.plan.foreign.ForeignKeys;
import org.limbeck.plan.foreign.ForeignSection;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Section;
import org.limbeck.teacher.foreign.ForeignTeacher;

/**
 * Reads the section {@code teacher}: a network to train, one teacher from elsewhere, or a list of
 * those, which may stand under {@code foreign}.
 *
 * @param plan the teachers
 * @param scores how their logits become label weights
 */
record TeacherSection(TeacherPlan plan, ScoreMode scores) {
  private static final String TEACHER = Role.TEACHER.label();
  private static final String FOREIGN = RoleKeys.FOREIGN.name();
  private static final String SCORES = RoleKeys.SCORES.name();
  private static final String ONE_KIND =
      "a teacher is trained here (network, objectives and so on) or comes from elsewhere (onnx,"
          + " torchscript, scores or ensemble); leave out one of the two";

  /** Reads all keys of the section. */
  static TeacherSection read(Section root, Path folder) {
    if (root.isList(TEACHER)) {
      return new TeacherSection(list(root, TEACHER, folder), ScoreMode.TEMPERATURE);
    }
    Section section = StudyKeys.TEACHER.required(root);
    TeacherSection read =
        section.has(FOREIGN)
            ? listed(section, folder)
            : ForeignForm.isOne(section.value()) ? one(section, folder) : trained(section);
    section.finish();
    return read;
  }

  private static TeacherSection trained(Section section) {
    TeacherPlan plan = new TeacherPlan.Trained(RoleSection.read(section, Role.TEACHER));
    ScoreMode scores = RoleKeys.SCORES.read(section, ScoreMode.TEMPERATURE);
    for (String key : ForeignSection.keysIn(section)) {
      if (!key.equals(SCORES)) {
        section.problem(key, ONE_KIND);
        section.read(key);
      }
    }
    return new TeacherSection(plan, scores);
  }

  private static TeacherSection listed(Section section, Path folder) {
    TeacherPlan plan = list(section, FOREIGN, folder);
    ScoreMode scores = RoleKeys.SCORES.read(section, ScoreMode.TEMPERATURE);
    refuseTrained(section);
    return new TeacherSection(plan, scores);
  }

  private static TeacherPlan list(Section section, String key, Path folder) {
    Map<String, ForeignTeacher> teachers = new LinkedHashMap<>();
    List<Section> entries = section.entries(key, "onnx");
    for (Section entry : entries) {
      Optional<ForeignTeacher> read = ForeignSection.read(entry, folder);
      read.filter(one -> teachers.putIfAbsent(one.name(), one) != null)
          .ifPresent(
              one ->
                  entry.problem(
                      "name",
                      "two teachers are called '%s'; give one another name".formatted(one.name())));
      entry.finish();
    }
    if (section.isList(key) && entries.isEmpty()) {
      section.problem(key, "the list is empty; name at least one teacher");
    }
    return teachers.isEmpty() ? standIn() : new TeacherPlan.Foreign(List.copyOf(teachers.values()));
  }

  /** One teacher in place of the section: {@code scores} may be the study's mode, or a file. */
  private static TeacherSection one(Section section, Path folder) {
    boolean mode = ForeignForm.hasMode(section.value());
    Section teacher = mode ? section.without(SCORES) : section;
    TeacherPlan plan =
        ForeignSection.read(teacher, folder)
            .<TeacherPlan>map(one -> new TeacherPlan.Foreign(List.of(one)))
            .orElseGet(TeacherSection::standIn);
    ForeignKeys.KEYS.forEach(key -> section.read(key.name()));
    refuseTrained(section);
    ScoreMode usual = ScoreMode.TEMPERATURE;
    return new TeacherSection(plan, mode ? RoleKeys.SCORES.read(section, usual) : usual);
  }

  /** Where a plan cannot be made: a problem is reported already. */
  private static TeacherPlan standIn() {
    return new TeacherPlan.Trained(RoleSection.standIn(Role.TEACHER));
  }

  private static void refuseTrained(Section section) {
    for (Entry<?> entry : RoleKeys.TRAINED) {
      section.read(entry.name());
      if (section.has(entry.name())) {
        section.problem(entry.name(), ONE_KIND);
      }
    }
  }
}
