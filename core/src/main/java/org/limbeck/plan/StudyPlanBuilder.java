package org.limbeck.plan;

import java.util.List;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.DataPlan;
import org.limbeck.nn.ComputeDevice;

/** Makes a {@link StudyPlan}, which explains each part. */
public final class StudyPlanBuilder {
  private final String name;
  private DataPlan data;
  private List<Long> seeds;
  private TeacherPlan teacher;
  private ScoreMode scores;
  private RolePlan student;
  private boolean baseline;
  private SelectionPlan selection;
  private ComputeDevice device;

  StudyPlanBuilder(StudyPlan start) {
    name = start.name();
    data = start.data();
    seeds = start.seeds();
    teacher = start.teacher();
    scores = start.scores();
    student = start.student();
    baseline = start.baseline();
    selection = start.selection();
    device = start.device();
  }

  /** Which data, and how it is split. */
  public StudyPlanBuilder data(DataPlan value) {
    data = value;
    return this;
  }

  /** The seeds of training, at least one. */
  public StudyPlanBuilder seeds(List<Long> values) {
    seeds = values;
    return this;
  }

  /** The teachers. */
  public StudyPlanBuilder teacher(TeacherPlan value) {
    teacher = value;
    return this;
  }

  /** Teachers that are trained. */
  public StudyPlanBuilder teacher(RolePlan value) {
    return teacher(new TeacherPlan.Trained(value));
  }

  /** How teacher logits become label weights. */
  public StudyPlanBuilder scores(ScoreMode value) {
    scores = value;
    return this;
  }

  /** The students. */
  public StudyPlanBuilder student(RolePlan value) {
    student = value;
    return this;
  }

  /** Whether a student is trained without a teacher besides. */
  public StudyPlanBuilder baseline(boolean value) {
    baseline = value;
    return this;
  }

  /** How the combination to ship is chosen. */
  public StudyPlanBuilder selection(SelectionPlan value) {
    selection = value;
    return this;
  }

  /** Where runs compute. */
  public StudyPlanBuilder device(ComputeDevice value) {
    device = value;
    return this;
  }

  /**
   * The plan.
   *
   * @throws IllegalArgumentException if the name is unusable, or the exported seed is not among the
   *     seeds
   */
  public StudyPlan build() {
    return new StudyPlan(name, data, seeds, teacher, scores, student, baseline, selection, device);
  }
}
