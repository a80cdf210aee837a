package org.limbeck.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.base.NamedRandom;
import org.limbeck.calibration.ScoreMixture.Of;

class ScoreMixtureTest {
  private static final double[] EQUAL = {0.5, 0.5};

  private static float[] logs(double... probabilities) {
    var logs = new float[probabilities.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = (float) Math.log(probabilities[i]);
    }
    return logs;
  }

  @Test
  void mixed_meanProbability_isComputedByHand() {
    float[] mixed =
        new ScoreMixture(Of.PROBABILITIES, EQUAL)
            .mixed(List.of(logs(0.8, 0.2, 0.5, 0.5), logs(0.4, 0.6, 0.1, 0.9)), 2);
    assertClose(mixed, logs(0.6, 0.4, 0.3, 0.7));
  }

  @Test
  void mixed_meanLogit_isTheNormalisedGeometricMean() {
    float[] mixed =
        new ScoreMixture(Of.LOG_PROBABILITIES, EQUAL)
            .mixed(List.of(logs(0.8, 0.2), logs(0.5, 0.5)), 2);
    // sqrt(0.4) : sqrt(0.1) = 2 : 1.
    assertClose(mixed, logs(2.0 / 3, 1.0 / 3));
  }

  @Test
  void mixed_weights_count() {
    float[] mixed =
        new ScoreMixture(Of.PROBABILITIES, new double[] {0.75, 0.25})
            .mixed(List.of(logs(0.8, 0.2), logs(0.4, 0.6)), 2);
    assertClose(mixed, logs(0.7, 0.3));
  }

  @Test
  void mixed_constantsInTheRowsOfAMember_changeNothing() {
    float[] shifted = {1000 + (float) Math.log(0.8), 1000 + (float) Math.log(0.2)};
    for (Of of : Of.values()) {
      var mixture = new ScoreMixture(of, EQUAL);
      float[] plain = mixture.mixed(List.of(logs(0.8, 0.2), logs(0.4, 0.6)), 2);
      float[] moved = mixture.mixed(List.of(shifted, logs(0.4, 0.6)), 2);
      // The constant itself rounds the float32 logits to 6e-5.
      assertThat((double) moved[0]).isCloseTo(plain[0], within(2e-4));
    }
  }

  @Test
  void mixed_extremeLogits_stayFinite() {
    for (Of of : Of.values()) {
      float[] mixed =
          new ScoreMixture(of, new double[] {1, 0})
              .mixed(List.of(new float[] {3e38f, -3e38f}, new float[] {-3e38f, 3e38f}), 2);
      assertThat(mixed).doesNotContain(Float.NaN);
      assertThat(Math.exp(mixed[0])).isEqualTo(1);
      assertThat(Float.isFinite(mixed[1])).isTrue();
    }
  }

  @Test
  void mixed_againstThirtyDigits_roundsOnce() {
    float[] a = new NamedRandom(1, "a").gaussians(300);
    float[] b = new NamedRandom(1, "b").gaussians(300);
    for (int i = 0; i < 300; i++) {
      a[i] *= 12;
    }
    float[] mixed = new ScoreMixture(Of.PROBABILITIES, EQUAL).mixed(List.of(a, b), 10);
    for (int i = 0; i < 300; i++) {
      double exact =
          Math.log(
              probability(a, i).add(probability(b, i)).divide(BigDecimal.valueOf(2)).doubleValue());
      assertThat((double) mixed[i]).isCloseTo(exact, within(Math.abs(exact) * 6e-8 + 1e-14));
    }
  }

  private static BigDecimal probability(float[] logits, int i) {
    MathContext digits = new MathContext(30);
    BigDecimal sum = BigDecimal.ZERO;
    int start = i / 10 * 10;
    for (int y = start; y < start + 10; y++) {
      sum = sum.add(BigDecimal.valueOf(Math.exp((double) logits[y] - logits[i])), digits);
    }
    return BigDecimal.ONE.divide(sum, digits);
  }

  private static void assertClose(float[] found, float[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i]).isCloseTo(expected[i], within(1e-6));
    }
  }
}
