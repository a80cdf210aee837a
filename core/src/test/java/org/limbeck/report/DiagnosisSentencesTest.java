package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.calibration.Scores;
import org.limbeck.diagnosis.Expectation;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.diagnosis.TeacherVerdict;
import org.limbeck.report.table.DiagnosisSentences;

class DiagnosisSentencesTest {
  private static final double[] COSTS = {1, 4, 0.5, 2};

  private static TeacherDiagnosis diagnose(double[] costs, HeldOutScores heldOut) {
    return TeacherDiagnosis.of(costs, heldOut, Scores.names(costs.length));
  }

  @Test
  void of_teacherWithCosts_recommendsUncostedScoresAndComparesTheOthers() {
    List<String> sentences = DiagnosisSentences.of(diagnose(COSTS, Scores.draw(4000, 1, COSTS)));
    assertThat(sentences).hasSize(3);
    assertThat(sentences.get(0)).startsWith("Class class-").contains(" limits the student most: ");
    assertThat(sentences.get(1))
        .startsWith("Use uncosted scores: their worst gap is")
        .contains("raw 0.", "% interval");
    assertThat(sentences.get(2))
        .startsWith("Expect a robust student: ")
        .endsWith(", so no gap is proven.");
  }

  @Test
  void of_flatScores_saysWhyRawScoresAreNotUsed() {
    double[] ones = Scores.ones(20);
    assertThat(DiagnosisSentences.of(diagnose(ones, Scores.draw(2000, 0.02, ones))).get(1))
        .contains("raw 0.000 (out of the running with an NLL of ");
  }

  @Test
  void of_equalCosts_doesNotMentionUncostedScores() {
    var diagnosis = diagnose(new double[] {3, 3, 3}, Scores.draw(600, 1, 3, 3, 3));
    assertThat(DiagnosisSentences.of(diagnosis).get(1)).doesNotContain("uncosted");
  }

  @ParameterizedTest
  @CsvSource({
    "GOOD, 'Expect a robust student: ', 'so no gap is proven.'",
    "FAIR, 'Expect a robust student with reservations: ', ' points.'",
    "POOR, 'Do not expect a robust student: ', ' points.'"
  })
  void of_expectation_isSaidInWords(Expectation student, String start, String end) {
    TeacherDiagnosis diagnosis = diagnose(COSTS, Scores.draw(400, 1, COSTS));
    assertThat(DiagnosisSentences.of(expecting(diagnosis, student)).get(2))
        .startsWith(start)
        .endsWith(end);
  }

  private static TeacherDiagnosis expecting(TeacherDiagnosis diagnosis, Expectation student) {
    TeacherVerdict verdict = diagnosis.verdict();
    return new TeacherDiagnosis(
        diagnosis.examples(),
        diagnosis.bins(),
        diagnosis.bootstraps(),
        diagnosis.predictions(),
        diagnosis.modes(),
        new TeacherVerdict(
            verdict.scores(),
            verdict.limitingClass(),
            verdict.worstGap(),
            verdict.chance(),
            verdict.chanceUpper(),
            student,
            verdict.modes(),
            verdict.costed()));
  }
}
