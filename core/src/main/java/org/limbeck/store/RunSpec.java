package org.limbeck.store;

import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.plan.Role;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.train.TrainOptions;

/**
 * Everything that decides a run's outcome; its hash is the run's id, so equal specs are one run.
 *
 * @param formatVersion of the run directory
 * @param dataFingerprint of the splits
 * @param splitSeed they were drawn from
 * @param role teacher or student
 * @param recipe the label source, the objective and the post-hoc rule
 * @param network its kind, as text
 * @param train how it is trained
 * @param seed of weights and order
 * @param teacher whose scores a student learns from; null for a teacher, and for a student that
 *     learns from labels alone
 */
public record RunSpec(
    int formatVersion,
    String dataFingerprint,
    long splitSeed,
    Role role,
    Recipe recipe,
    String network,
    TrainOptions train,
    long seed,
    @Nullable TeacherLink teacher) {

  /** The version of the run directory that this code writes, and the newest it reads. */
  public static final int FORMAT_VERSION = 3;

  /**
   * The teacher of a student.
   *
   * @param runId the teacher's run
   * @param recipe the teacher's, for tables
   * @param scores how its logits become label weights
   */
  public record TeacherLink(String runId, Recipe recipe, ScoreMode scores) {}

  /** The same run with another recipe. */
  public RunSpec with(Recipe other) {
    return new RunSpec(
        formatVersion, dataFingerprint, splitSeed, role, other, network, train, seed, teacher);
  }

  /** How messages call the run: {@code student robust(0.5) of teacher standard, seed 3}. */
  public String label() {
    String of = teacher == null ? "" : " of teacher " + teacher.recipe().label();
    return "%s %s%s, seed %d".formatted(role.label(), recipe.label(), of, seed);
  }

  /** The run's id: 16 hexadecimal digits, see {@link RunIdentity}. */
  public String id() {
    return RunIdentity.id(this);
  }
}
