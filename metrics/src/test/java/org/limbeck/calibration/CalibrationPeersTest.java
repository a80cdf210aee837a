package org.limbeck.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.limbeck.diagnosis.ModeDiagnosis;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.ReliabilityDiagram;
import org.limbeck.objective.ClassPrior;
import org.limbeck.testing.Vectors;

/** Figures of scikit-learn, netcal and SciPy, made by bench/fixtures/calibration.py. */
class CalibrationPeersTest {
  private static final double[] NO_COSTS = Scores.ones(4);

  private static final JsonNode PEERS = read();
  private static final HeldOutScores HELD_OUT =
      new HeldOutScores(
          Vectors.floats(PEERS.get("logits")),
          Vectors.ints(PEERS.get("labels")),
          ClassPrior.of(0.25, 0.25, 0.25, 0.25));
  private static final ModeDiagnosis RAW =
      TeacherDiagnosis.of(NO_COSTS, HELD_OUT, Scores.names(4)).mode(ScoreMode.RAW);

  private static JsonNode read() {
    try (var in = CalibrationPeersTest.class.getResourceAsStream("calibration-peers.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void measured_scikitLearn_agrees() {
    JsonNode sklearn = PEERS.get("sklearn");
    assertThat(RAW.measured().brier()).isCloseTo(sklearn.get("brier").doubleValue(), within(1e-6));
    assertThat(RAW.measured().negativeLogLikelihood())
        .isCloseTo(sklearn.get("negativeLogLikelihood").doubleValue(), within(1e-6));
  }

  @Test
  void worstClassReliability_scikitLearnCurve_agrees() {
    JsonNode curve = PEERS.get("sklearn").get("curves").get(RAW.worstClass().label());
    var bins = RAW.worstClassReliability().bins().stream().filter(bin -> bin.count() > 0).toList();
    assertThat(
            bins.stream()
                .map(ReliabilityDiagram.Bin::accuracy)
                .mapToDouble(CalibrationPeersTest::value)
                .toArray())
        .containsExactly(Vectors.doubles(curve.get("frequency")), within(1e-6));
    assertThat(
            bins.stream()
                .map(ReliabilityDiagram.Bin::meanConfidence)
                .mapToDouble(CalibrationPeersTest::value)
                .toArray())
        .containsExactly(Vectors.doubles(curve.get("score")), within(1e-6));
  }

  private static double value(@Nullable Double value) {
    return Objects.requireNonNull(value);
  }

  @Test
  void measured_netcal_agrees() {
    JsonNode netcal = PEERS.get("netcal");
    Calibration measured = RAW.measured();
    assertThat(measured.expectedCalibrationError())
        .isCloseTo(netcal.get("expectedCalibrationError").doubleValue(), within(1e-6));
    assertThat(measured.classwiseCalibrationError().stream().mapToDouble(e -> e).toArray())
        .containsExactly(Vectors.doubles(netcal.get("classwiseCalibrationError")), within(1e-6));
  }

  @Test
  void fit_scipy_agrees() {
    JsonNode scipy = PEERS.get("scipy");
    ScoreTransform tempered = CalibrationFit.fit(ScoreMode.TEMPERATURE, NO_COSTS, HELD_OUT);
    assertThat(1 / tempered.scale().get(0))
        .isCloseTo(scipy.get("temperature").doubleValue(), within(1e-6));
    ScoreTransform perClass = CalibrationFit.fit(ScoreMode.PER_CLASS, NO_COSTS, HELD_OUT);
    assertThat(perClass.scale().stream().mapToDouble(s -> s).toArray())
        .containsExactly(Vectors.doubles(scipy.get("scale")), within(1e-4));
    assertThat(perClass.shift().stream().mapToDouble(s -> s).toArray())
        .containsExactly(Vectors.doubles(scipy.get("shift")), within(1e-4));
  }
}
