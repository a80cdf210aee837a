package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.limbeck.plan.Role;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.report.Studies;
import org.limbeck.store.RunRecord;

class ShipWarningsTest {
  private static final Studies STUDY =
      Studies.grid(2, 2)
          .withNames("cat", "lynx")
          .withTeachers(Studies.STANDARD)
          .withStudents(Studies.STANDARD);

  private static List<String> warnings(Studies study, UnaryOperator<RunRecord> results) {
    List<RunRecord> runs = study.runs().stream().map(results).toList();
    return ShipWarnings.of(Leaderboard.of(runs, SelectionPlan.DEFAULT), SelectionPlan.DEFAULT);
  }

  private static boolean teacher(RunRecord run) {
    return run.spec().role() == Role.TEACHER;
  }

  private static boolean baseline(RunRecord run) {
    return !teacher(run) && run.spec().teacher() == null;
  }

  @Test
  void of_soundChoice_areNone() {
    assertThat(warnings(STUDY, run -> Outcomes.with(run, 15, 20, 60, 100))).isEmpty();
  }

  @Test
  void of_worstClassNeverRight_areSaidForTestAndValidation() {
    assertThat(warnings(STUDY, run -> Outcomes.with(run, 0, 20, 0, 100)))
        .containsExactly(
            "0 % on its worst class in 2 of 2 seeds: seed 0, which is exported, gets no test example"
                + " of class lynx right.",
            "Its worst-class accuracy on validation is 0 % in every seed, so balanced accuracy"
                + " decided the choice.");
  }

  @Test
  void of_worstClassNeverRightInAnotherSeed_isSaid() {
    assertThat(
            warnings(
                STUDY, run -> Outcomes.with(run, 15, 20, run.spec().seed() == 1 ? 0 : 60, 100)))
        .containsExactly(
            "0 % on its worst class in 1 of 2 seeds; seed 0, which is exported, is not among them.");
  }

  @Test
  void of_fewExamples_areSaidForTestAndValidation() {
    assertThat(warnings(STUDY, run -> Outcomes.with(run, 5, 9, 20, 29)))
        .containsExactly(
            "Its worst class on test, lynx, has few examples (29, fewer than 30): read the bound,"
                + " not the accuracy.",
            "Few validation examples decided the choice (fewer than 10): class lynx has 9.");
    assertThat(warnings(STUDY, run -> Outcomes.with(run, 5, 10, 20, 30))).isEmpty();
  }

  @Test
  void of_teacherAboveEveryStudent_isSaid() {
    assertThat(warnings(STUDY, run -> Outcomes.with(run, 15, 20, teacher(run) ? 61 : 60, 100)))
        .containsExactly(
            "A teacher beats every student on the worst class of test: teacher standard has 61.0 %,"
                + " the best student, standard / standard, has 60.0 % (means over seeds).");
    assertThat(warnings(STUDY, run -> Outcomes.with(run, 15, 20, 60, 100))).isEmpty();
  }

  @Test
  void of_nothingSelected_stillSaysThatATeacherIsBetter() {
    List<RunRecord> runs =
        STUDY.runs().stream()
            .map(run -> Outcomes.with(run, 15, 20, teacher(run) ? 61 : 60, 100))
            .toList();
    var floor = new SelectionPlan(1.0, null);
    assertThat(ShipWarnings.of(Leaderboard.of(runs, floor), floor)).hasSize(1);
  }

  @Test
  void of_baselineBest_saysThatDistillationGainedNothing() {
    Studies study = STUDY.withBaseline();
    assertThat(warnings(study, run -> Outcomes.with(run, baseline(run) ? 16 : 15, 20, 60, 100)))
        .containsExactly(
            "Distillation gained nothing: it was trained without a teacher, and no student of a"
                + " teacher is better on validation.");
    assertThat(warnings(study, run -> Outcomes.with(run, 15, 20, 60, 100)))
        .as("a tie goes to the student with a teacher")
        .isEmpty();
  }

  @Test
  void of_noStudentWithATeacher_claimsNothingOfDistillation() {
    Studies study = STUDY.withStudents().withBaseline();
    assertThat(warnings(study, run -> Outcomes.with(run, 15, 20, 60, 100))).isEmpty();
  }

  @Test
  void shipped_isTheRunOfTheExportedSeed() {
    var selection = new SelectionPlan(null, 1L);
    List<RunRecord> runs =
        STUDY.runs().stream()
            .map(run -> Outcomes.with(run, 15, 20, run.spec().seed() == 1 ? 20 : 60, 100))
            .toList();
    Shipped shipped = Shipped.of(Leaderboard.of(runs, selection), selection).orElseThrow();
    assertThat(shipped.seed()).isEqualTo(1);
    assertThat(shipped.worstClass()).isEqualTo("lynx");
    assertThat(shipped.worstClassExamples()).isEqualTo(100);
    assertThat(shipped.test().worstClassAccuracy()).isEqualTo(0.2);
    assertThat(shipped.row().of(SplitMetric.WORST_CLASS_ACCURACY).mean()).isEqualTo(0.4);
  }
}
