package org.limbeck.plan;

import java.util.Collections;
import java.util.List;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.DataPlan;
import org.limbeck.nn.ComputeDevice;

/**
 * A study: every teacher objective with every student objective, over several seeds.
 *
 * @param name letters, digits, {@code . _ -}; names the default output directory
 * @param data which data, and how it is split
 * @param seeds of training, at least one, no duplicates
 * @param teacher the teachers
 * @param scores how teacher logits become label weights
 * @param student the students
 * @param selection how the combination to ship is chosen
 * @param device where runs compute; their ids do not depend on it
 */
public record StudyPlan(
    String name,
    DataPlan data,
    List<Long> seeds,
    RolePlan teacher,
    ScoreMode scores,
    RolePlan student,
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

  /** A study that computes where it can do so fastest. */
  public StudyPlan(
      String name,
      DataPlan data,
      List<Long> seeds,
      RolePlan teacher,
      ScoreMode scores,
      RolePlan student,
      SelectionPlan selection) {
    this(name, data, seeds, teacher, scores, student, selection, ComputeDevice.AUTO);
  }

  /**
   * The seed whose student is exported and drawn: the one that the selection names, else the
   * lowest.
   */
  public long exportedSeed() {
    Long named = selection.exportSeed();
    return named == null ? Collections.min(seeds) : named;
  }

  /** The same study on another device. */
  public StudyPlan withDevice(ComputeDevice other) {
    return new StudyPlan(name, data, seeds, teacher, scores, student, selection, other);
  }

  /** The same study on data that are read or cut in another way. */
  public StudyPlan withData(DataPlan other) {
    return new StudyPlan(name, other, seeds, teacher, scores, student, selection, device);
  }

  /** The same study with other seeds. */
  public StudyPlan withSeeds(List<Long> other) {
    return new StudyPlan(name, data, other, teacher, scores, student, selection, device);
  }
}
