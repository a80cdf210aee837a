package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.metric.PredictorComparison.Better;
import org.limbeck.metric.PredictorComparison.Observation;

class PredictorComparisonTest {
  private static final double[] FALLING = {0.9, 0.8, 0.7, 0.5, 0.4, 0.3, 0.2, 0.1};
  private static final double[] RISING = {0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.8, 0.9};
  private static final double[] UNRELATED = {0.4, 0.7, 0.5, 0.6, 0.7, 0.4, 0.6, 0.5};

  private static PredictorComparison compared(List<Observation> observations) {
    return PredictorComparison.of(observations, 0.95).orElseThrow();
  }

  /** Two students of each of some teachers: outcomes rise with the teacher, the second by far. */
  private static List<Observation> students(double[] first, double[] second, int teachers) {
    List<Observation> students = new ArrayList<>();
    for (int t = 0; t < teachers; t++) {
      students.add(new Observation(first[t], second[t], 0.1 + 0.01 * t, 0, t));
      students.add(new Observation(first[t], second[t], 0.6 + 0.01 * t, 1, t));
    }
    return students;
  }

  @Test
  void of_firstRanksOutcomes_isBetter() {
    PredictorComparison comparison = compared(students(FALLING, UNRELATED, 8));
    assertThat(comparison.observations()).isEqualTo(16);
    assertThat(comparison.clusters()).isEqualTo(8);
    assertThat(comparison.first().value()).isCloseTo(-1, within(1e-12));
    assertThat(comparison.first().low()).isCloseTo(-1, within(1e-12));
    assertThat(comparison.first().high()).isCloseTo(-1, within(1e-12));
    assertThat(Math.abs(comparison.second().value())).isLessThan(0.3);
    assertThat(comparison.difference().value())
        .isCloseTo(1 - comparison.second().value(), within(1e-12));
    assertThat(comparison.better()).isEqualTo(Better.FIRST);
  }

  @Test
  void of_secondRanksOutcomes_isBetter() {
    PredictorComparison comparison = compared(students(UNRELATED, RISING, 8));
    assertThat(comparison.better()).isEqualTo(Better.SECOND);
    assertThat(comparison.difference().high()).isNegative();
  }

  @Test
  void of_bothAlike_cannotBeTold() {
    PredictorComparison comparison = compared(students(FALLING, RISING, 8));
    assertThat(comparison.difference()).isEqualTo(new Estimate(0, 0.0, 0.0));
    assertThat(comparison.better()).isEqualTo(Better.UNDECIDED);
  }

  @Test
  void of_strongerButInTheWrongDirection_confirmsNothing() {
    // Larger gaps with better students: as strong as can be, and no confirmation.
    PredictorComparison wrongGap = compared(students(RISING, UNRELATED, 8));
    assertThat(wrongGap.first().value()).isCloseTo(1, within(1e-12));
    assertThat(wrongGap.better()).isNotEqualTo(Better.FIRST);
    PredictorComparison bothWrong = compared(students(RISING, FALLING, 8));
    assertThat(bothWrong.better()).isEqualTo(Better.UNDECIDED);
    // The first is ahead of a second that is altogether wrong, but has the wrong sign itself.
    double[] slightlyRising = {0.4, 0.7, 0.3, 0.6, 0.8, 0.2, 0.5, 0.65};
    PredictorComparison neither = compared(students(slightlyRising, FALLING, 8));
    assertThat(neither.first().value()).isBetween(0.001, 0.3);
    assertThat(neither.difference().low()).isPositive();
    assertThat(neither.better()).isEqualTo(Better.NEITHER);
    PredictorComparison mirrored =
        compared(students(RISING, Arrays.stream(slightlyRising).map(x -> -x).toArray(), 8));
    assertThat(mirrored.second().value()).isBetween(-0.3, -0.001);
    assertThat(mirrored.difference().high()).isNegative();
    assertThat(mirrored.better()).isEqualTo(Better.NEITHER);
  }

  @Test
  void of_threeClusters_hasNoInterval() {
    PredictorComparison comparison = compared(students(FALLING, UNRELATED, 3));
    assertThat(comparison.first().value()).isCloseTo(-1, within(1e-12));
    assertThat(comparison.first().low()).isNull();
    assertThat(comparison.difference().high()).isNull();
    assertThat(comparison.better()).isEqualTo(Better.UNDECIDED);
  }

  /** Copies of students tell nothing new, and must not make the interval any narrower. */
  @Test
  void of_everyStudentTwice_hasTheSameIntervals() {
    List<Observation> once = students(UNRELATED, FALLING, 7);
    List<Observation> twice = new ArrayList<>(once);
    twice.addAll(once);
    Estimate expected = compared(once).first();
    Estimate found = compared(twice).first();
    assertThat(found.value()).isCloseTo(expected.value(), within(1e-12));
    assertThat(found.low()).isCloseTo(expected.low(), within(1e-12));
    assertThat(found.high()).isCloseTo(expected.high(), within(1e-12));
  }

  @Test
  void of_ties_isAbsent() {
    assertThat(PredictorComparison.of(students(new double[8], FALLING, 8), 0.95)).isEmpty();
    assertThat(PredictorComparison.of(students(FALLING, new double[8], 8), 0.95)).isEmpty();
    assertThat(PredictorComparison.of(List.of(), 0.95)).isEmpty();
  }
}
