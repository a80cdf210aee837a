package org.limbeck.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.calibration.Scores;
import org.limbeck.metric.Calibration;
import org.limbeck.objective.ClassPrior;

class TeacherDiagnosisTest {
  private static final double[] COSTS = {1, 4, 0.5, 2};

  private static TeacherDiagnosis diagnose(double[] costs, HeldOutScores heldOut) {
    return TeacherDiagnosis.of(costs, heldOut, Scores.names(costs.length));
  }

  @Test
  void of_rightScores_findsNothingBeyondChance() {
    var diagnosis = diagnose(Scores.ones(4), Scores.draw(4000, 1, Scores.ones(4)));
    assertThat(diagnosis.verdict().scores()).isEqualTo(ScoreMode.RAW);
    assertThat(diagnosis.verdict().student()).isEqualTo(Expectation.GOOD);
    ModeDiagnosis raw = diagnosis.mode(ScoreMode.RAW);
    assertThat(raw.worstGap()).isLessThan(raw.chance().worstUpper());
    assertThat(raw.chance().worst()).isBetween(0.3 * raw.worstGap(), 3 * raw.worstGap());
    assertThat(diagnosis.mode(ScoreMode.TEMPERATURE).temperatures())
        .hasSize(2)
        .allSatisfy(t -> assertThat(t).isCloseTo(1, within(0.1)));
  }

  @Test
  void of_teacherWithCosts_recommendsToTakeThemOut() {
    var diagnosis = diagnose(COSTS, Scores.draw(4000, 1, COSTS));
    assertThat(diagnosis.verdict().scores()).isEqualTo(ScoreMode.UNCOSTED);
    assertThat(diagnosis.verdict().student()).isEqualTo(Expectation.GOOD);
    GapDifference raw = diagnosis.verdict().modes().get(0);
    assertThat(raw.mode()).isEqualTo(ScoreMode.RAW);
    assertThat(raw.low()).isPositive();
    assertThat(raw.withinNoise()).isFalse();
    assertThat(diagnosis.verdict().costed()).isTrue();
  }

  @Test
  void of_overconfidentTeacher_recommendsTemperatureAndSaysOver() {
    var diagnosis = diagnose(Scores.ones(3), Scores.draw(6000, 3, Scores.ones(3)));
    assertThat(diagnosis.verdict().scores()).isEqualTo(ScoreMode.TEMPERATURE);
    assertThat(diagnosis.mode(ScoreMode.RAW).classes())
        .allSatisfy(one -> assertThat(one.overconfidence()).isPositive())
        .extracting(ClassDiagnosis::confidence)
        .containsOnly(ClassDiagnosis.Confidence.OVER);
    assertThat(diagnosis.mode(ScoreMode.TEMPERATURE).classes())
        .extracting(one -> one.confidence())
        .contains(ClassDiagnosis.Confidence.RIGHT);
  }

  @Test
  void of_unknownCosts_expectsNoRobustStudentOfRawScores() {
    var diagnosis = diagnose(Scores.ones(4), Scores.draw(4000, 1, 1, 20, 1, 0.05));
    ModeDiagnosis raw = diagnosis.mode(ScoreMode.RAW);
    assertThat(Expectation.of(raw)).isEqualTo(Expectation.POOR);
    assertThat(diagnosis.verdict().scores()).isEqualTo(ScoreMode.PER_CLASS);
    assertThat(raw.mostExceeding().excess()).isGreaterThan(0.2);
  }

  @Test
  void of_flatScores_areNotTakenForRightOnes() {
    double[] ones = Scores.ones(20);
    var diagnosis = diagnose(ones, Scores.draw(2000, 0.02, ones));
    GapDifference raw = diagnosis.verdict().modes().get(0);
    assertThat(raw.worstGap()).isLessThan(1e-9);
    assertThat(raw.plausible()).isFalse();
    assertThat(diagnosis.verdict().scores()).isEqualTo(ScoreMode.TEMPERATURE);
  }

  @Test
  void of_rawScores_areMeasuredAsTheStudysDiagnosisMeasuresThem() {
    HeldOutScores heldOut = Scores.withPrior(Scores.draw(500, 2, COSTS), 0.4, 0.3, 0.2, 0.1);
    Calibration expected = Diagnosis.of(ScoreMode.UNCOSTED, COSTS, heldOut).measured();
    Calibration found = diagnose(COSTS, heldOut).mode(ScoreMode.UNCOSTED).measured();
    assertThat(found.expectedCalibrationError())
        .isCloseTo(expected.expectedCalibrationError(), within(1e-12));
    assertThat(found.brier()).isCloseTo(expected.brier(), within(1e-12));
    for (int y = 0; y < COSTS.length; y++) {
      assertThat(found.classCalibrationGap().get(y))
          .isCloseTo(expected.classCalibrationGap().get(y), within(1e-12));
    }
  }

  @Test
  void of_fittedModes_areNotFlattered() {
    HeldOutScores small = Scores.draw(60, 1, Scores.ones(4));
    double flattered =
        Diagnosis.of(ScoreMode.PER_CLASS, Scores.ones(4), small).measured().negativeLogLikelihood();
    double honest =
        diagnose(Scores.ones(4), small)
            .mode(ScoreMode.PER_CLASS)
            .measured()
            .negativeLogLikelihood();
    assertThat(honest).isGreaterThan(flattered);
  }

  @Test
  void of_sameScores_givesTheSameDiagnosis() {
    HeldOutScores heldOut = Scores.draw(700, 1.5, COSTS);
    assertThat(diagnose(COSTS, heldOut)).isEqualTo(diagnose(COSTS, heldOut));
  }

  @Test
  void of_equalCosts_uncostedIsRaw() {
    var diagnosis = diagnose(new double[] {3, 3, 3}, Scores.draw(600, 1, 3, 3, 3));
    ModeDiagnosis uncosted = diagnosis.mode(ScoreMode.UNCOSTED);
    assertThat(uncosted.measured()).isEqualTo(diagnosis.mode(ScoreMode.RAW).measured());
    assertThat(diagnosis.verdict().costed()).isFalse();
  }

  @Test
  void of_classWithOneExample_isRefusedByName() {
    var heldOut = new HeldOutScores(new float[8], new int[] {0, 0, 0, 1}, ClassPrior.of(0.5, 0.5));
    assertThatThrownBy(() -> TeacherDiagnosis.of(new double[] {1, 1}, heldOut, List.of("a", "b")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("class 'b' has 1 of the 4 examples")
        .hasMessageContaining("give each class at least 2");
  }

  @Test
  void of_classWithoutScores_hasNoGapAndStopsNothing() {
    HeldOutScores drawn = Scores.draw(60, 1, Scores.ones(3));
    double[] values = drawn.rows().values();
    var logits = new float[values.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = i % 3 == 2 ? -2000 : (float) values[i];
    }
    var heldOut = new HeldOutScores(logits, drawn.labels(), drawn.trainPrior());
    var diagnosis = diagnose(Scores.ones(3), heldOut);
    ClassDiagnosis silent = diagnosis.mode(ScoreMode.RAW).classes().get(2);
    assertThat(silent.gap()).isNull();
    assertThat(silent.gapByChance()).isNull();
    assertThat(silent.overconfidence()).isNull();
    assertThat(silent.accuracy()).isZero();
  }

  @Test
  void of_aMidSizeTable_isDiagnosedWithFewerResamples() {
    var resamples = new Resamples(50_000, 1000, Diagnosis.BINS);
    assertThat(resamples.draws()).isBetween(20, 199);
    assertThat(resamples.bootstraps()).isBetween(20, 199);
    double[] ones = Scores.ones(100);
    var diagnosis = diagnose(ones, Scores.draw(8000, 2, ones));
    assertThat(diagnosis.mode(ScoreMode.RAW).chance().draws()).isEqualTo(200);
    assertThat(diagnosis.verdict().scores()).isEqualTo(ScoreMode.TEMPERATURE);
  }
}
