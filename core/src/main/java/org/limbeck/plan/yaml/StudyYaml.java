package org.limbeck.plan.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.LimbeckException;
import org.limbeck.data.DataPlan;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.data.DataKeys;
import org.limbeck.plan.data.ValidationForm;
import org.limbeck.plan.key.Comments;
import org.limbeck.plan.key.Problems;
import org.limbeck.plan.key.Section;
import org.limbeck.plan.key.YamlValue;

/**
 * Study files.
 *
 * <p>Everything wrong with a file is reported at once, one line each: {@code digits.yaml:14:
 * student.alphas[2]: expected a number in [0, 1], found '1.5'}.
 */
public final class StudyYaml {

  private StudyYaml() {}

  /**
   * Reads a study file; paths in it are relative to its folder.
   *
   * @throws LimbeckException naming file, line and key of every problem
   */
  public static StudyPlan read(Path file) {
    StudyFile read = StudyFile.read(file);
    StudyPlan plan = plan(read);
    var problems = new Problems(read.name());
    Section root = Section.root(problems, read.document());
    ValidationForm.requireNotShared(StudyKeys.DATA.below(root));
    problems.throwIfAny();
    return plan;
  }

  /**
   * Reads the {@code study.yaml} of a study's directory: a key that it lacks was not there when it
   * was written, and stands for what that version did.
   *
   * @throws LimbeckException naming file, line and key of every problem
   */
  public static StudyPlan readWritten(Path file) {
    return plan(EarlierKeys.completed(StudyFile.read(file)));
  }

  /**
   * Reads a study file for a directory that holds a study already: keys that the file leaves out
   * keep the values of the earlier file. Mappings are laid over each other key by key; a scalar or
   * a list of the file replaces the earlier one.
   *
   * @param earlier a study file, like the {@code study.yaml} of the directory; paths in it are
   *     relative to its own folder
   * @param bound the roles of which the directory has runs; the keys of another role are those of
   *     the file alone, if the file names its network
   * @throws LimbeckException naming file, line and key of every problem
   */
  public static ContinuedPlan readOver(Path file, Path earlier, Set<Role> bound) {
    return new Overlay(StudyFile.read(file), EarlierKeys.completed(StudyFile.read(earlier)), bound)
        .plan();
  }

  /**
   * The name of the study in a file. The rest of the file is not checked: what it leaves out may be
   * in the study's directory, which the name leads to.
   *
   * @throws LimbeckException if there is no usable name, with every other problem of the file
   */
  public static String name(Path file) {
    StudyFile read = StudyFile.read(file);
    return Leaves.scalar(read.document(), "name")
        .filter(StudyPlan::isName)
        .orElseGet(() -> plan(read).name());
  }

  /**
   * Parses the text of a study file.
   *
   * @param fileName named in messages
   * @param folder that paths in it are relative to
   */
  public static StudyPlan parse(String text, String fileName, Path folder) {
    return plan(StudyFile.parse(text, fileName, folder));
  }

  /** The same for the text of the {@code study.yaml} of a study's directory. */
  public static StudyPlan parseWritten(String text, String fileName, Path folder) {
    return plan(EarlierKeys.completed(StudyFile.parse(text, fileName, folder)));
  }

  static StudyPlan plan(StudyFile file) {
    return plan(new Problems(file.name()), file.document(), file.folder());
  }

  /** The plan of a document; the lines of its values are what {@code problems} tells files by. */
  static StudyPlan plan(Problems problems, YamlValue document, Path folder) {
    Section root = Section.root(problems, document);
    String name = StudyKeys.NAME.read(root, "");
    DataPlan data = DataKeys.read(StudyKeys.DATA.required(root), folder);
    List<Long> seeds = StudyKeys.SEEDS.read(root, List.of());
    TeacherSection teacher = TeacherSection.read(root, folder);
    Section studentSection = StudyKeys.STUDENT.required(root);
    RolePlan student = RoleSection.read(studentSection, Role.STUDENT);
    boolean baseline = RoleKeys.BASELINE.read(studentSection, true);
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
                    new StudyPlan(
                        name,
                        data,
                        seeds,
                        teacher.plan(),
                        teacher.scores(),
                        student,
                        baseline,
                        selection,
                        device)),
            Optional.empty());
    problems.throwIfAny();
    return plan.orElseThrow(() -> new IllegalStateException("no plan, yet no problem"));
  }

  /** A study file with every key written out; {@link #parse} gives the same plan again. */
  public static String write(StudyPlan plan) {
    return write(plan, Map.of());
  }

  /**
   * The same with comments.
   *
   * @param comments by the key that they stand above, such as {@code student.network}; that of the
   *     empty text stands at the top
   */
  public static String write(StudyPlan plan, Map<String, String> comments) {
    return StudyYamlWriter.yaml(plan, comments);
  }

  /** Whether a file is what {@link #write(StudyPlan)} gives, apart from lines of comments. */
  public static boolean isWritten(Path file, StudyPlan plan) {
    return Comments.without(file).filter(write(plan)::equals).isPresent();
  }
}
