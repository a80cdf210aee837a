package org.limbeck.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.ValidationParts;
import org.limbeck.plan.Role;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.store.foreign.ForeignSpec;
import org.limbeck.store.judging.Driving;
import org.limbeck.train.TrainOptions;

/**
 * Everything that decides a run's outcome; its hash is the run's id, so equal specs are one run.
 *
 * @param formatVersion of the run directory
 * @param dataFingerprint of the splits
 * @param splitSeed they were drawn from
 * @param role teacher or student
 * @param recipe the label source, the objective and the post-hoc rule
 * @param network its kind, as text; of a foreign teacher, where its scores come from
 * @param train how it is trained; null for a foreign teacher
 * @param seed of weights and order; of a foreign teacher the split seed, since nothing is random
 * @param teacher whose scores a student learns from; null for a teacher, and for a student that
 *     learns from labels alone
 * @param foreign what a foreign teacher is; null for what is trained here
 * @param driving the part of validation that drives it; null for a run that nothing of validation
 *     reaches, and where the whole split drives and judges
 */
public record RunSpec(
    int formatVersion,
    String dataFingerprint,
    long splitSeed,
    Role role,
    Recipe recipe,
    String network,
    @Nullable TrainOptions train,
    long seed,
    @Nullable TeacherLink teacher,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ForeignSpec foreign,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Driving driving) {

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

  /** The spec of a run that trains a network. */
  public RunSpec(
      int formatVersion,
      String dataFingerprint,
      long splitSeed,
      Role role,
      Recipe recipe,
      String network,
      TrainOptions train,
      long seed,
      @Nullable TeacherLink teacher) {
    this(
        formatVersion,
        dataFingerprint,
        splitSeed,
        role,
        recipe,
        network,
        train,
        seed,
        teacher,
        null,
        null);
  }

  /** The spec of a foreign teacher's run: one for all seeds of a study that share a split. */
  static RunSpec ofForeign(
      String dataFingerprint, long splitSeed, Recipe recipe, ForeignSpec foreign) {
    return new RunSpec(
        FORMAT_VERSION,
        dataFingerprint,
        splitSeed,
        Role.TEACHER,
        recipe,
        foreign.source(),
        null,
        splitSeed,
        null,
        foreign,
        null);
  }

  /** How its network is trained; not to be asked of a foreign teacher. */
  public TrainOptions training() {
    return Objects.requireNonNull(train, "a foreign teacher is not trained");
  }

  /** The same run with another recipe. */
  public RunSpec with(Recipe other) {
    return new RunSpec(
        formatVersion,
        dataFingerprint,
        splitSeed,
        role,
        other,
        network,
        train,
        seed,
        teacher,
        foreign,
        driving);
  }

  /** The same run driven by a part of validation; null where nothing of validation reaches it. */
  public RunSpec with(@Nullable Driving other) {
    return new RunSpec(
        formatVersion,
        dataFingerprint,
        splitSeed,
        role,
        recipe,
        network,
        train,
        seed,
        teacher,
        foreign,
        other);
  }

  /** Whether it is the second training of a run, in which the parts of validation swap roles. */
  public boolean swapsParts() {
    return driving != null && driving.part() == ValidationParts.Part.SECOND;
  }

  /** How messages call the run: {@code student robust(0.5) of teacher standard, seed 3}. */
  public String label() {
    String swapped = swapsParts() ? ", the parts of validation swapped" : "";
    if (foreign != null) {
      return "foreign teacher %s%s, split seed %d".formatted(recipe.label(), swapped, splitSeed);
    }
    String of = teacher == null ? "" : " of teacher " + teacher.recipe().label();
    return "%s %s%s, seed %d%s".formatted(role.label(), recipe.label(), of, seed, swapped);
  }

  /** The run's id: 16 hexadecimal digits, see {@link RunIdentity}. */
  public String id() {
    return RunIdentity.id(this);
  }
}
