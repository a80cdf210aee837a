package org.limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.DataPlan;
import org.limbeck.data.DecodingListener;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.RolePlanBuilder;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.StudyPlanBuilder;
import org.limbeck.plan.TeacherPlan;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.teacher.foreign.ForeignTeacher;

/** Makes a {@link Distill}. */
public final class DistillBuilder {
  private static final List<Long> SEEDS = List.of(0L, 1L, 2L);

  private final DataPlan data;
  private final List<ForeignTeacher> teachers = new ArrayList<>();
  private final DistillObjectives objectives = new DistillObjectives();
  private Optional<NetworkSpec> student = Optional.empty();
  private Optional<List<Long>> seeds = Optional.empty();
  private OptionalInt epochs = OptionalInt.empty();
  private Optional<ScoreMode> scores = Optional.empty();
  private DecodingListener decoding = DecodingListener.NONE;

  DistillBuilder(DataPlan data) {
    this.data = data;
  }

  /**
   * Adds a teacher that was trained elsewhere; without any, one is trained with the standard
   * objective. One with the name of another gets a number behind it.
   */
  public DistillBuilder teacher(ForeignTeacher teacher) {
    teachers.add(new ForeignTeacher(unused(teacher.name()), teacher.source(), teacher.trainedOn()));
    return this;
  }

  private String unused(String name) {
    String unused = name;
    for (int i = 2; isTaken(unused); i++) {
      unused = name + "-" + i;
    }
    return unused;
  }

  private boolean isTaken(String name) {
    return teachers.stream().anyMatch(teacher -> teacher.name().equals(name));
  }

  /** The student's network; one that fits the data if it is left out. */
  public DistillBuilder student(NetworkSpec network) {
    student = Optional.of(network);
    return this;
  }

  /**
   * Adds an objective of students: {@code standard}, {@code balanced}, {@code robust} or {@code
   * robust:0.5} with its alpha; all three, with alpha 0.5, if none is added.
   *
   * @throws LimbeckException if it is none of them, or there twice
   */
  public DistillBuilder objective(String text) {
    objectives.add(text);
    return this;
  }

  /** The seeds; 0, 1 and 2 if they are left out. */
  public DistillBuilder seeds(List<Long> values) {
    seeds = Optional.of(List.copyOf(values));
    return this;
  }

  /** The passes over the training split, of the student and of a teacher that is trained. */
  public DistillBuilder epochs(int value) {
    epochs = OptionalInt.of(value);
    return this;
  }

  /** How the teacher's logits become label weights; with one temperature if it is left out. */
  public DistillBuilder scores(ScoreMode mode) {
    scores = Optional.of(mode);
    return this;
  }

  /** Is told where images have to be decoded to see which network fits. */
  public DistillBuilder decoding(DecodingListener listener) {
    decoding = listener;
    return this;
  }

  /**
   * The study and what was chosen for it.
   *
   * @throws LimbeckException if data have to be read to choose a network, and cannot be
   */
  public Distill build() {
    UsualNetworks usual =
        student.isEmpty() || teachers.isEmpty()
            ? UsualNetworks.of(data, decoding)
            : UsualNetworks.OF_ROWS;
    StudyPlanBuilder plan =
        StudyPlan.builder(
            DataName.studyName(data), data, seeds.orElse(SEEDS), teacher(usual), students(usual));
    scores.ifPresent(plan::scores);
    StudyPlan made = plan.build();
    return new Distill(made, DistillComments.of(made, usual, chosen()));
  }

  /** The keys that were left out. */
  private List<String> chosen() {
    List<String> keys = new ArrayList<>();
    if (seeds.isEmpty()) {
      keys.add("seeds");
    }
    if (student.isEmpty()) {
      keys.add("student.network");
    }
    if (objectives.isEmpty()) {
      keys.add("student.objectives");
    }
    return keys;
  }

  private TeacherPlan teacher(UsualNetworks usual) {
    if (!teachers.isEmpty()) {
      return new TeacherPlan.Foreign(teachers);
    }
    return new TeacherPlan.Trained(
        trained(RolePlan.builder(Role.TEACHER, usual.teacher()).objectives(List.of("standard"))));
  }

  private RolePlan students(UsualNetworks usual) {
    RolePlanBuilder plan = RolePlan.builder(Role.STUDENT, student.orElse(usual.student()));
    return trained(plan.objectives(objectives.names()).alphas(objectives.alphas()));
  }

  private RolePlan trained(RolePlanBuilder plan) {
    RolePlan usual = plan.build();
    return epochs.isEmpty()
        ? usual
        : usual.toBuilder().train(TrainDefaults.of(usual.network(), epochs.getAsInt())).build();
  }
}
