package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void of_absentClass_hasNoGapButAnError() {
    var calibration = Calibration.of(new double[] {0.5, 0.25, 0.25}, 3, new int[] {0}, 10);
    assertThat(calibration.classCalibrationGap()).containsExactly(0.0, null, null);
    assertThat(calibration.worstClassCalibrationGap()).isZero();
    assertThat(calibration.classwiseCalibrationError()).containsExactly(0.5, 0.25, 0.25);
  }

  @Test
  void of_noClassWithAGap_worstIsNull() {
    var calibration = Calibration.of(new double[] {1, 0}, 2, new int[] {1}, 10);
    assertThat(calibration.classCalibrationGap()).containsExactly(null, null);
    assertThat(calibration.worstClassCalibrationGap()).isNull();
    assertThat(calibration.negativeLogLikelihood()).isCloseTo(103.28, within(0.01));
    assertThat(calibration.brier()).isEqualTo(2);
  }

  @Test
  void of_oneHotAndRight_isPerfect() {
    var calibration = Calibration.of(new double[] {1, 0, 0, 1}, 2, new int[] {0, 1}, 15);
    assertThat(calibration.expectedCalibrationError()).isZero();
    assertThat(calibration.worstClassCalibrationGap()).isZero();
    assertThat(calibration.negativeLogLikelihood()).isZero();
  }

  @Test
  void of_badArguments_areRefused() {
    assertThatThrownBy(() -> Calibration.of(new double[] {0.5, Double.NaN}, 2, new int[] {0}, 5))
        .hasMessage("probability of example 0, class 1: expected [0, 1], found NaN");
    assertThatThrownBy(() -> Calibration.of(new double[3], 2, new int[] {0}, 5))
        .hasMessage("expected 1 rows of 2 probabilities, found 3 values");
    assertThatThrownBy(() -> Calibration.of(new double[2], 2, new int[] {2}, 5))
        .hasMessageContaining("label of example 0");
    assertThatThrownBy(() -> Calibration.of(new double[2], 2, new int[] {0}, 0))
        .hasMessage("bins: expected 1 or more, found 0");
    assertThatThrownBy(() -> Calibration.of(new double[0], 2, new int[0], 1))
        .hasMessageContaining("found none");
  }

  @Property(tries = 100)
  void of_classesPermuted_resultsArePermuted(@ForAll Random random) {
    int m = 4;
    int[] labels = random.ints(30, 0, m).toArray();
    double[] rows = randomRows(random, labels.length, m);
    var reversedRows = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      reversedRows[i - i % m + m - 1 - i % m] = rows[i];
    }
    int[] reversed = Arrays.stream(labels).map(y -> m - 1 - y).toArray();
    var before = Calibration.of(rows, m, labels, 7);
    var after = Calibration.of(reversedRows, m, reversed, 7);
    for (int y = 0; y < m; y++) {
      assertThat(after.classCalibrationGap().get(m - 1 - y))
          .isEqualTo(before.classCalibrationGap().get(y));
    }
    assertThat(after.expectedCalibrationError()).isEqualTo(before.expectedCalibrationError());
    assertThat(after.brier()).isCloseTo(before.brier(), within(1e-12));
  }

  @Property(tries = 100)
  void reliabilityDiagram_anyRows_yieldsTheCalibrationError(@ForAll Random random) {
    int[] labels = random.ints(30, 0, 3).toArray();
    double[] rows = randomRows(random, labels.length, 3);
    double error = 0;
    for (var bin : ReliabilityDiagram.of(rows, 3, labels, 8).bins()) {
      Double confidence = bin.meanConfidence();
      Double accuracy = bin.accuracy();
      if (confidence != null && accuracy != null) {
        assertThat(confidence).isBetween(bin.lower(), bin.upper());
        error += Math.abs(confidence - accuracy) * bin.count() / labels.length;
      }
    }
    assertThat(Calibration.of(rows, 3, labels, 8).expectedCalibrationError())
        .isCloseTo(error, within(1e-12));
  }

  @Test
  void reliabilityDiagram_emptyBins_haveNoMeans() {
    var bins = ReliabilityDiagram.of(new double[] {0, 1}, 2, new int[] {1}, 2).bins();
    assertThat(bins)
        .containsExactly(
            new ReliabilityDiagram.Bin(0, 0.5, 0, null, null),
            new ReliabilityDiagram.Bin(0.5, 1, 1, 1.0, 1.0));
  }

  private static double[] randomRows(Random random, int n, int m) {
    var rows = new double[n * m];
    for (int i = 0; i < n; i++) {
      double[] row = random.doubles(m, 0.01, 1).toArray();
      double sum = Arrays.stream(row).sum();
      for (int y = 0; y < m; y++) {
        rows[i * m + y] = row[y] / sum;
      }
    }
    return rows;
  }
}
