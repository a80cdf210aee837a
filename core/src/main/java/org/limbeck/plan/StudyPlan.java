package org.limbeck.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.DataPlan;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.teacher.LabelOptions;

/**
 * A study: every teacher objective with every student objective, over several seeds.
 *
 * @param name letters, digits, {@code . _ -}; names the default output directory
 * @param data which data, and how it is split
 * @param seeds of training, at least one, no duplicates
 * @param teacher the teachers
 * @param scores how teacher logits become label weights
 * @param student the students
 * @param baseline whether a student is trained without a teacher besides, to compare with
 * @param selection how the combination to ship is chosen
 * @param device where runs compute; their ids do not depend on it
 */
public record StudyPlan(
    String name,
    DataPlan data,
    List<Long> seeds,
    TeacherPlan teacher,
    ScoreMode scores,
    RolePlan student,
    boolean baseline,
    SelectionPlan selection,
    ComputeDevice device) {
  public StudyPlan {
    seeds = List.copyOf(seeds);
    Long exported = selection.exportSeed();
    if (exported != null && !seeds.contains(exported)) {
      throw new IllegalArgumentException(
          "exportSeed: %d is not among the seeds %s".formatted(exported, seeds));
    }
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "name: expected letters, digits, '.', '_' and '-', found '" + name + "'");
    }
  }

  /** Whether a study can be called so. */
  public static boolean isName(String text) {
    return text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  }

  /**
   * Starts with scores that one temperature calibrates, a baseline, the usual selection, and the
   * device that is fastest.
   */
  public static StudyPlanBuilder builder(
      String name, DataPlan data, List<Long> seeds, RolePlan teacher, RolePlan student) {
    return builder(name, data, seeds, new TeacherPlan.Trained(teacher), student);
  }

  /** The same with teachers of any kind. */
  public static StudyPlanBuilder builder(
      String name, DataPlan data, List<Long> seeds, TeacherPlan teacher, RolePlan student) {
    return new StudyPlan(
            name,
            data,
            seeds,
            teacher,
            ScoreMode.TEMPERATURE,
            student,
            true,
            SelectionPlan.DEFAULT,
            ComputeDevice.AUTO)
        .toBuilder();
  }

  /** Starts from this plan. */
  public StudyPlanBuilder toBuilder() {
    return new StudyPlanBuilder(this);
  }

  /**
   * The seed whose student is exported and drawn: the one that the selection names, else the
   * lowest.
   */
  public long exportedSeed() {
    Long named = selection.exportSeed();
    return named == null ? Collections.min(seeds) : named;
  }

  /** The recipes of all students, the baseline last. */
  public List<Recipe> students() {
    List<Recipe> students = new ArrayList<>(student.expanded());
    addedBaseline().ifPresent(students::add);
    return List.copyOf(students);
  }

  /** Whether a student learns from its teacher's scores in a mode. */
  public boolean uses(ScoreMode mode) {
    return students().stream()
        .map(Recipe::labels)
        .filter(LabelOptions::needsTeacher)
        .anyMatch(labels -> (labels.scores() == null ? scores : labels.scores()) == mode);
  }

  /** The recipe that the baseline adds; empty without one, or where a student is it already. */
  Optional<Recipe> addedBaseline() {
    return baseline ? Baseline.beside(student.expanded()) : Optional.empty();
  }

  /** The same study on another device. */
  public StudyPlan withDevice(ComputeDevice other) {
    return toBuilder().device(other).build();
  }

  /** The same study on data that are read or cut in another way. */
  public StudyPlan withData(DataPlan other) {
    return toBuilder().data(other).build();
  }

  /** The same study with other seeds. */
  public StudyPlan withSeeds(List<Long> other) {
    return toBuilder().seeds(other).build();
  }
}
