package org.limbeck.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.base.NamedRandom;
import org.limbeck.diagnosis.Diagnosis;
import org.limbeck.objective.ClassPrior;
import org.limbeck.testing.Vectors;

class ScoreTransformTest {

  static Stream<JsonNode> cases() {
    return Vectors.cases("teacher-scores");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void probabilities_vectors_agreeInEveryMode(JsonNode expected) {
    float[] logits = Vectors.floats(expected.get("logits"));
    double[] costs = Vectors.doubles(expected.get("trainingCosts"));
    double temperature = expected.get("temperature").doubleValue();
    assertRows(ScoreTransform.raw(costs.length), logits, expected.get("raw"));
    assertRows(ScoreTransform.uncosted(costs), logits, expected.get("uncosted"));
    double[] ones = costs.clone();
    Arrays.fill(ones, 1);
    assertRows(ScoreTransform.tempered(ones, temperature), logits, expected.get("tempered"));
  }

  private static void assertRows(ScoreTransform calibration, float[] logits, JsonNode expected) {
    assertThat(calibration.probabilities(logits))
        .containsExactly(Vectors.rows(expected), within(1e-6));
  }

  /** Logits of a model whose softmax(z / 2.5) is exactly the label's distribution. */
  private static HeldOutScores overconfident(ClassPrior trainPrior, double[] shift) {
    var random = new NamedRandom(7, "test");
    int n = 20_000;
    var logits = new float[n * 3];
    var labels = new int[n];
    for (int i = 0; i < n; i++) {
      float[] z = random.gaussians(3);
      double[] p = new double[3];
      for (int y = 0; y < 3; y++) {
        p[y] = z[y] + shift[y];
        logits[i * 3 + y] = 2.5f * z[y];
      }
      labels[i] = draw(Softmax.rows(p, 3), random.nextDouble());
    }
    return new HeldOutScores(logits, labels, trainPrior);
  }

  private static int draw(double[] p, double u) {
    return u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2;
  }

  private static final double[] NO_COSTS = {1, 1, 1};

  @Test
  void temperature_overconfidentScores_isFound() {
    HeldOutScores heldOut = overconfident(ClassPrior.of(1 / 3.0, 1 / 3.0, 1 / 3.0), new double[3]);
    assertThat(CalibrationFit.temperature(NO_COSTS, heldOut)).isCloseTo(2.5, within(0.1));
  }

  @Test
  void fit_perClass_isAtLeastAsLikelyAsTemperature() {
    HeldOutScores heldOut =
        overconfident(ClassPrior.of(0.5, 0.3, 0.2), new double[] {0.8, 0, -0.8});
    double tempered = nll(ScoreMode.TEMPERATURE, heldOut);
    assertThat(nll(ScoreMode.PER_CLASS, heldOut)).isLessThan(tempered);
    assertThat(tempered).isLessThan(nll(ScoreMode.RAW, heldOut));
  }

  private static double nll(ScoreMode mode, HeldOutScores heldOut) {
    return Diagnosis.of(mode, NO_COSTS, heldOut).measured().negativeLogLikelihood();
  }

  @Test
  void shifted_perfectScoresOnBalancedSplit_haveNoGap() {
    // Scores of the long-tailed training distribution; labels drawn from the balanced one.
    ClassPrior train = ClassPrior.of(0.8, 0.15, 0.05);
    var random = new NamedRandom(3, "shift");
    int n = 30_000;
    var logits = new float[n * 3];
    var labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % 3;
      double x = labels[i] * 1.5 + random.gaussians(1)[0];
      for (int y = 0; y < 3; y++) {
        logits[i * 3 + y] = (float) (-0.5 * (x - 1.5 * y) * (x - 1.5 * y) + Math.log(train.of(y)));
      }
    }
    Diagnosis diagnosis =
        Diagnosis.of(ScoreMode.RAW, NO_COSTS, new HeldOutScores(logits, labels, train));
    assertThat(diagnosis.measured().worstClassCalibrationGap()).isLessThan(0.05);
    assertThat(CalibrationFit.temperature(NO_COSTS, new HeldOutScores(logits, labels, train)))
        .isCloseTo(1, within(0.05));
  }

  @Test
  void ofAll_anyTeacher_hasEveryModeOnce() {
    HeldOutScores heldOut = overconfident(ClassPrior.of(0.5, 0.3, 0.2), new double[3]);
    assertThat(Diagnosis.ofAll(NO_COSTS, heldOut))
        .extracting(diagnosis -> diagnosis.calibration().mode())
        .containsExactly(ScoreMode.values());
    assertThat(Arrays.stream(ScoreMode.values()).map(ScoreMode::label))
        .containsExactly("raw", "uncosted", "temperature", "per-class");
  }
}
