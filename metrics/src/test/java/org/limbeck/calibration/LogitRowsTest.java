package org.limbeck.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogitRowsTest {
  private static LogProbabilities logits(double[]... rows) {
    var builder = new LogProbabilities.Builder(rows[0].length);
    for (double[] row : rows) {
      builder.addLogits(row);
    }
    return builder.build();
  }

  @Test
  void read_logitsAsTheyAre_areTheSameNumbers() {
    LogitRows rows = LogitRows.of(new float[] {1, 2.5f, -3, 1e30f}, 2);
    assertThat(rows.examples()).isEqualTo(2);
    assertThat(rows.values()).containsExactly(1, 2.5, -3, 1e30f);
  }

  @Test
  void canonical_rows_haveProbabilitiesThatSumToOne() {
    LogitRows rows = LogitRows.of(new float[] {1, 2, 3, 700, -700, 0}, 3).canonical();
    double[] values = rows.values();
    assertThat(Math.exp(values[0]) + Math.exp(values[1]) + Math.exp(values[2]))
        .isCloseTo(1, within(1e-15));
    assertThat(values[1] - values[0]).isCloseTo(1, within(1e-15));
    assertThat(values).endsWith(0, -1400, -700);
  }

  @Test
  void canonical_twice_isTheSameToTheLastBit() {
    LogitRows once = LogitRows.of(new float[] {0.1f, 0.7f, -12.3f, 4.5f}, 2).canonical();
    assertThat(once.canonical().values()).isEqualTo(once.values());
    LogProbabilities rows = logits(new double[] {0.1, 0.7});
    assertThat(rows.canonical()).isSameAs(rows);
  }

  @Test
  void canonical_floatsAndDoubles_areTheSameToTheLastBit() {
    LogitRows floats = LogitRows.of(new float[] {0.1f, 0.7f, -2.5f}, 3).canonical();
    assertThat(logits(new double[] {0.1f, 0.7f, -2.5f}).values()).isEqualTo(floats.values());
  }

  @Test
  void addProbabilities_zero_countsAsTheSmallestFloatOrTheSmallestOfItsRow() {
    assertThat(LogProbabilities.of(new double[] {1, 0}, 2).values())
        .containsExactly(0, Math.log(Float.MIN_VALUE));
    assertThat(LogProbabilities.of(new double[] {1, 1e-200, 0}, 3).values())
        .containsExactly(0, Math.log(1e-200), Math.log(1e-200));
  }

  @Test
  void addProbabilities_sumOfAlmostOne_isNormalised() {
    assertThat(LogProbabilities.of(new double[] {0.6003, 0.4}, 2).values())
        .containsExactly(
            new double[] {Math.log(0.6003 / 1.0003), Math.log(0.4 / 1.0003)}, within(1e-15));
  }

  @Test
  void read_moreRowsThanABlock_areInOrder() {
    var builder = new LogProbabilities.Builder(2);
    for (int i = 0; i < 100_000; i++) {
      builder.addLogits(new double[] {i, 0});
    }
    LogProbabilities rows = builder.build();
    var row = new double[2];
    rows.read(99_999, row);
    assertThat(row).containsExactly(0, -99_999);
    rows.read(0, row);
    assertThat(row).containsExactly(-Math.log(2), -Math.log(2));
  }

  @Test
  void of_brokenRows_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogitRows.of(new float[5], 2))
        .withMessage("expected rows of 2 logits, found 5 logits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogProbabilities.Builder(3).addLogits(new double[2]))
        .withMessage("expected 3 values, found 2");
  }
}
