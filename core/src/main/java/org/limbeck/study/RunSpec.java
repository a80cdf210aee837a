package org.limbeck.study;

import org.jspecify.annotations.Nullable;
import org.limbeck.io.Checksums;
import org.limbeck.io.Json;
import org.limbeck.objective.Anchor;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.teacher.ScoreMode;
import org.limbeck.train.TrainOptions;

/**
 * Everything that decides a run's outcome; its hash is the run's id, so equal specs are one run.
 *
 * @param formatVersion of the run directory
 * @param dataFingerprint of the splits
 * @param splitSeed they were drawn from
 * @param role teacher or student
 * @param objective what is minimised
 * @param network its kind, as text
 * @param train how it is trained
 * @param seed of weights and order
 * @param teacher whose scores a student learns from; null for a teacher
 */
public record RunSpec(
    int formatVersion,
    String dataFingerprint,
    long splitSeed,
    Role role,
    ObjectiveSpec objective,
    String network,
    TrainOptions train,
    long seed,
    @Nullable TeacherLink teacher) {

  /** The version of the run directory that this code writes, and the newest it reads. */
  public static final int FORMAT_VERSION = 2;

  private static final int ID_LENGTH = 16;

  /**
   * An objective as text and numbers.
   *
   * @param name standard, balanced or robust
   * @param alpha of robust, else null
   * @param anchor of robust, else null
   * @param multipliers of robust, else null
   */
  public record ObjectiveSpec(
      String name,
      @Nullable Double alpha,
      @Nullable Anchor anchor,
      @Nullable MultiplierOptions multipliers) {

    /** The text and numbers of an objective. */
    public static ObjectiveSpec of(Objective objective) {
      return objective instanceof Robust robust
          ? new ObjectiveSpec(robust.name(), robust.alpha(), robust.anchor(), robust.multipliers())
          : new ObjectiveSpec(objective.name(), null, null, null);
    }

    /** The name with its trade-off, for tables. */
    public String label() {
      return alpha == null ? name : name + "(" + alpha + ")";
    }
  }

  /**
   * The teacher of a student.
   *
   * @param runId the teacher's run
   * @param objective what the teacher minimised, for tables
   * @param scores how its logits become label weights
   */
  public record TeacherLink(String runId, ObjectiveSpec objective, ScoreMode scores) {}

  /** How messages call the run: {@code student robust(0.5) of teacher standard, seed 3}. */
  public String label() {
    String of = teacher == null ? "" : " of teacher " + teacher.objective().label();
    return "%s %s%s, seed %d".formatted(role.label(), objective.label(), of, seed);
  }

  /** The first 16 hexadecimal digits of the SHA-256 of this spec as canonical JSON. */
  public String id() {
    return Checksums.of(Json.canonical(this)).substring(0, ID_LENGTH);
  }
}
