package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CalibrationTallyTest {
  private static final int M = 3;

  private static CalibrationTally tally(double[] rows, int[] labels, int from, int to) {
    var tally = new CalibrationTally(M, 5);
    for (int i = from; i < to; i++) {
      tally.add(rows, i * M, labels[i]);
    }
    return tally;
  }

  private static double[] rows(Random random, int n) {
    double[] rows = random.doubles(n * (long) M, 0.01, 1).toArray();
    for (int i = 0; i < n; i++) {
      double sum = rows[i * M] + rows[i * M + 1] + rows[i * M + 2];
      for (int y = 0; y < M; y++) {
        rows[i * M + y] /= sum;
      }
    }
    return rows;
  }

  @Property(tries = 50)
  void merge_parts_isTheWhole(@ForAll Random random) {
    double[] rows = rows(random, 30);
    int[] labels = random.ints(30, 0, M).toArray();
    CalibrationTally whole = tally(rows, labels, 0, 30);
    CalibrationTally merged = tally(rows, labels, 0, 11);
    merged.merge(tally(rows, labels, 11, 30));
    assertThat(merged.examples()).isEqualTo(30);
    assertThat(merged.calibration().brier()).isCloseTo(whole.calibration().brier(), within(1e-12));
    assertThat(merged.calibration().expectedCalibrationError())
        .isCloseTo(Calibration.of(rows, M, labels, 5).expectedCalibrationError(), within(1e-12));
    for (int y = 0; y < M; y++) {
      assertThat(merged.count(y)).isEqualTo(whole.count(y));
      assertThat(merged.correct(y)).isEqualTo(whole.correct(y));
      assertThat(merged.predicted(y)).isEqualTo(whole.predicted(y));
    }
  }

  @Test
  void overconfidence_predictedClass_isScoreMinusPrecision() {
    double[] rows = {0.7, 0.2, 0.1, 0.9, 0.1, 0, 0.1, 0.6, 0.3};
    CalibrationTally tally = tally(rows, new int[] {0, 1, 1}, 0, 3);
    assertThat(tally.overconfidence(0)).isCloseTo(0.3, within(1e-12));
    assertThat(tally.overconfidence(1)).isCloseTo(-0.4, within(1e-12));
    assertThat(tally.overconfidence(2)).isNull();
    assertThat(tally.confidence(0)).isCloseTo(0.8, within(1e-12));
    assertThat(tally.reliability(1).bins())
        .extracting(ReliabilityDiagram.Bin::count)
        .containsExactly(1, 1, 0, 1, 0);
  }

  @Property(tries = 50)
  void worstGaps_everyGroupOnce_isTheGapOfAll(@ForAll Random random) {
    double[] rows = rows(random, 40);
    int[] labels = random.ints(40, 0, M).toArray();
    List<CalibrationTally> groups =
        List.of(tally(rows, labels, 0, 15), tally(rows, labels, 15, 40));
    Double whole = tally(rows, labels, 0, 40).calibration().worstClassCalibrationGap();
    double[] worst = GapBootstrap.worstGaps(groups, new int[][] {{1, 1}, {2, 2}, {2, 0}});
    assertThat(worst[0]).isCloseTo(whole == null ? 0 : whole, within(1e-9));
    assertThat(worst[1]).isCloseTo(worst[0], within(1e-9));
    Double first = groups.get(0).calibration().worstClassCalibrationGap();
    assertThat(worst[2]).isCloseTo(first == null ? 0 : first, within(1e-9));
  }

  @Test
  void gaps_labelsDrawnAsTheyAre_areThoseOfTheLabels() {
    double[] rows = {0.7, 0.2, 0.1, 0.9, 0.1, 0, 0.1, 0.6, 0.3};
    int[] labels = {0, 1, 1};
    CalibrationTally tally = tally(rows, labels, 0, 3);
    var hits = new ChanceHits(M, 5, 2);
    for (int i = 0; i < 3; i++) {
      hits.add(0, labels[i], rows[i * M + labels[i]]);
      hits.add(1, 0, rows[i * M]);
    }
    double[][] gaps = hits.gaps(tally);
    Double gap = tally.calibration().classCalibrationGap().get(1);
    assertThat(gaps[0][1]).isCloseTo(gap == null ? -1 : gap, within(1e-12));
    assertThat(gaps[0][2]).isNaN();
    assertThat(Arrays.stream(gaps[1]).filter(Double::isNaN)).hasSize(2);
    assertThat(hits.resamples()).isEqualTo(2);
  }
}
