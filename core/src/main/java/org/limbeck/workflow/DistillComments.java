package org.limbeck.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.data.DataPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignTeacher;

/** What the study file of a distillation says about what was chosen for the user. */
final class DistillComments {
  private final StudyPlan plan;
  private final Map<String, String> comments = new LinkedHashMap<>();

  private DistillComments(StudyPlan plan) {
    this.plan = plan;
  }

  /**
   * Comments by key.
   *
   * @param usual what the networks were chosen from
   * @param chosen the keys whose values were chosen
   */
  static Map<String, String> of(StudyPlan plan, UsualNetworks usual, List<String> chosen) {
    var made = new DistillComments(plan);
    made.top();
    made.data(plan.data());
    made.teachers(usual);
    made.chosen(usual, chosen);
    return made.comments;
  }

  private void top() {
    comments.put(
        "",
        """
        Written by limbeck distill, with every key (docs/study-keys.md). To extend the study, add
        seeds, objectives or teachers and run it: limbeck study FILE (docs/studies.md).""");
  }

  private void data(DataPlan data) {
    boolean ownTest = data.options().containsKey("test");
    if (!ownTest) {
      comments.put(
          "data.testShare",
          "Held out for test where the data have no test part; a file of its own: --test FILE.");
    }
    if (data.options().containsKey("missing")) {
      comments.put(
          "data.missing",
          "mean: the mean of training; flag: that, and a feature that says so; refuse: an error.");
    }
    comments.put("data.validation", "Held out for calibration, multipliers and the choice.");
  }

  private void teachers(UsualNetworks usual) {
    List<ForeignTeacher> foreign = plan.teacher().foreign();
    if (foreign.isEmpty()) {
      comments.put(
          "teacher.network",
          "Trained here, since no teacher was given; this size is usual for %s."
              .formatted(usual.fits()));
      return;
    }
    String text =
        """
        Trained elsewhere. Keys of each: input and output say what is not found by itself,
        trainedOn which examples it learned from (other, training or validation).""";
    boolean rows =
        foreign.stream()
            .map(ForeignTeacher::source)
            .filter(ForeignSource.ScoreFiles.class::isInstance)
            .map(ForeignSource.ScoreFiles.class::cast)
            .anyMatch(files -> files.id().isEmpty());
    comments.put(
        "teacher.foreign",
        rows ? text + "\nScores without id are joined by the number of the row." : text);
  }

  private void chosen(UsualNetworks usual, List<String> chosen) {
    if (chosen.contains("seeds")) {
      comments.put("seeds", "Chosen by Limbeck; intervals are over them. Others: --seeds.");
    }
    if (chosen.contains("student.network")) {
      comments.put(
          "student.network",
          "Chosen by Limbeck, usual for %s; another one: --student 'mlp 32'."
              .formatted(usual.fits()));
    }
    if (chosen.contains("student.objectives")) {
      comments.put("student.objectives", "Chosen by Limbeck; others: --objective robust:0.9.");
    }
  }
}
