package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.limbeck.metric.Estimate;
import org.limbeck.metric.PredictorComparison;
import org.limbeck.metric.RankCorrelation;
import org.limbeck.report.Studies;
import org.limbeck.store.RunRecord;

class GoodTeacherTest {
  private static double[] values(GoodTeacher answer, ToDoubleFunction<TeacherEffect> value) {
    return answer.effects().stream().mapToDouble(value).toArray();
  }

  @Test
  void of_grid_pairsEachStudentWithItsOwnTeacher() {
    List<RunRecord> runs = Studies.grid(4, 3).runs();
    GoodTeacher answer = GoodTeacher.of(runs);
    assertThat(answer.effects()).hasSize(2 * 4 * 3);
    for (TeacherEffect effect : answer.effects()) {
      RunRecord teacher =
          runs.stream()
              .filter(run -> run.id().equals(effect.teacherRun()))
              .findFirst()
              .orElseThrow();
      assertThat(teacher.spec().seed()).isEqualTo(effect.seed());
      assertThat(teacher.spec().recipe().label()).isEqualTo(effect.teacher());
      assertThat(teacher.diagnoses())
          .anyMatch(
              diagnosis ->
                  Double.valueOf(effect.teacherGap())
                      .equals(diagnosis.measured().worstClassCalibrationGap()));
      assertThat(effect.teacherWorstClass())
          .isEqualTo(teacher.validation().metrics().worstClassAccuracy());
    }
  }

  @Test
  void of_grid_hasTheRankCorrelationsOfItsEffects() {
    GoodTeacher answer = GoodTeacher.of(Studies.grid(4, 3).runs());
    PredictorComparison all = answer.all().orElseThrow();
    double[] students = values(answer, TeacherEffect::studentWorstClass);
    OptionalDouble gap = RankCorrelation.of(values(answer, TeacherEffect::teacherGap), students);
    OptionalDouble worst =
        RankCorrelation.of(values(answer, TeacherEffect::teacherWorstClass), students);
    assertThat(all.first().value()).isEqualTo(gap.getAsDouble());
    assertThat(all.second().value()).isEqualTo(worst.getAsDouble());
    assertThat(all.clusters()).isEqualTo(2 * 3);
    assertThat(all.first().low()).isLessThanOrEqualTo(all.first().high());
    assertThat(answer.within().orElseThrow().first().value())
        .isNotCloseTo(all.first().value(), within(1e-9));
    assertThat(answer.byStudent())
        .containsOnlyKeys("standard", "balanced", "robust(0.75)", "robust(1.0)");
  }

  @Test
  void of_oneStudentObjective_withinIsTheSameAsAll() {
    GoodTeacher answer = GoodTeacher.of(Studies.grid(4, 3).withStudents(Studies.BALANCED).runs());
    assertThat(answer.severalObjectives()).isFalse();
    assertThat(answer.within()).isEqualTo(answer.all());
  }

  @Test
  void of_oneTeacher_cannotBeTold() {
    GoodTeacher answer = GoodTeacher.of(Studies.grid(4, 1).withTeachers(Studies.STANDARD).runs());
    assertThat(answer.effects()).hasSize(4);
    assertThat(answer.all()).isEmpty();
    assertThat(GoodTeacherVerdict.of(answer.all())).contains("all have the same value");
  }

  @Test
  void of_noStudents_isEmpty() {
    GoodTeacher answer = GoodTeacher.of(Studies.grid(4, 2).withStudents().runs());
    assertThat(answer.effects()).isEmpty();
    assertThat(answer.byStudent()).isEmpty();
  }

  private static String verdict(double gap, double worst, double low, double high) {
    return GoodTeacherVerdict.of(
        Optional.of(
            new PredictorComparison(
                40,
                10,
                new Estimate(gap, -1.0, 1.0),
                new Estimate(worst, -1.0, 1.0),
                new Estimate(-gap - worst, low, high))));
  }

  @Test
  void verdict_anyOutcome_isSaid() {
    assertThat(verdict(-0.8, 0.1, 0.2, 0.9))
        .isEqualTo(
            "Calibration predicts better, as the theory says: students of teachers with a smaller"
                + " worst gap have a better worst class (rho \u22120.80), more surely than those of"
                + " teachers whose own worst class is better (rho +0.10).");
    assertThat(verdict(0.1, 0.7, -0.9, -0.1))
        .startsWith("Robustness predicts better, against the theory")
        .contains("better have a better one (rho +0.70)")
        .contains("worst gap (rho +0.10)");
    assertThat(verdict(0.2, -0.7, 0.1, 0.9))
        .startsWith("Neither predicts in the direction that is claimed for it")
        .contains("worst gap (found +0.20)", "accuracy (found \u22120.70)");
    assertThat(verdict(-0.5, 0.4, -0.3, 0.6))
        .startsWith("It cannot be told with 10 trained teachers")
        .contains("includes 0");
  }

  @Test
  void verdict_noInterval_saysTooFew() {
    var few = new Estimate(-0.4, null, null);
    assertThat(GoodTeacherVerdict.of(Optional.of(new PredictorComparison(9, 3, few, few, few))))
        .isEqualTo(
            "It cannot be told with 3 trained teachers: they are too few, or too alike, for an interval.");
  }
}
