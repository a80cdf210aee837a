package org.limbeck.plan.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.DataPlan;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;

/**
 * Study files.
 *
 * <p>Everything wrong with a file is reported at once, one line each: {@code digits.yaml:14:
 * student.alphas[2]: expected a number in [0, 1], found '1.5'}.
 */
public final class StudyYaml {
  /** The largest study file that is read. */
  static final int MAX_BYTES = 1 << 20;

  private StudyYaml() {}

  /**
   * Reads a study file; paths in it are relative to its folder.
   *
   * @throws LimbeckException naming file, line and key of every problem
   */
  public static StudyPlan read(Path file) {
    if (Files.isDirectory(file)) {
      throw new LimbeckException(file + ": a directory; name a study file (.yaml)");
    }
    if (!Files.exists(file)) {
      throw new LimbeckException(file + ": no such file; try examples/digits.yaml");
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new LimbeckException(file + ": larger than 1 MiB; that is no study file");
      }
      Path folder = file.toAbsolutePath().getParent();
      return parse(Files.readString(file), file.toString(), folder == null ? Path.of("") : folder);
    } catch (CharacterCodingException e) {
      throw new LimbeckException(file + ": not UTF-8 text; save it as UTF-8", e);
    } catch (IOException e) {
      throw new LimbeckException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Parses the text of a study file.
   *
   * @param fileName named in messages
   * @param folder that paths in it are relative to
   */
  public static StudyPlan parse(String text, String fileName, Path folder) {
    var problems = new Problems(fileName);
    YamlValue document = YamlParser.parse(text.replaceFirst("^\uFEFF", ""), fileName);
    Section root = Section.root(problems, document);
    String name = StudyKeys.NAME.read(root, "");
    DataPlan data = DataKeys.read(StudyKeys.DATA.required(root), folder);
    List<Long> seeds = StudyKeys.SEEDS.read(root, List.of());
    Section teacherSection = StudyKeys.TEACHER.required(root);
    RolePlan teacher = RoleSection.read(teacherSection, Role.TEACHER);
    ScoreMode scores = RoleKeys.SCORES.read(teacherSection, ScoreMode.TEMPERATURE);
    teacherSection.finish();
    Section studentSection = StudyKeys.STUDENT.required(root);
    RolePlan student = RoleSection.read(studentSection, Role.STUDENT);
    studentSection.finish();
    SelectionPlan selection = SelectionKeys.read(StudyKeys.SELECT.below(root), seeds);
    ComputeDevice device = StudyKeys.DEVICE.read(root, ComputeDevice.AUTO);
    root.finish();
    if (!StudyKeys.NAME.in(root)) {
      problems.throwIfAny();
    }
    Optional<StudyPlan> plan =
        root.build(
            () ->
                Optional.of(
                    new StudyPlan(name, data, seeds, teacher, scores, student, selection, device)),
            Optional.empty());
    problems.throwIfAny();
    return plan.orElseThrow(() -> new IllegalStateException("no plan, yet no problem"));
  }

  /** A study file with every key written out; {@link #parse} gives the same plan again. */
  public static String write(StudyPlan plan) {
    return StudyYamlWriter.yaml(plan);
  }
}
