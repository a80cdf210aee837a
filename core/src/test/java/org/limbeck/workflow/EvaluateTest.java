package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.scores.ScoreTable;

class EvaluateTest {
  /** KL((1/4, 3/4) || uniform): the worse of two classes may have three quarters of the weight. */
  private static final double THREE_QUARTERS = 0.25 * Math.log(0.5) + 0.75 * Math.log(1.5);

  private static final ScoreTable LABELS =
      ScoreTable.ofPredictions("p.csv", 2, new int[] {0, 1, 1}, new int[] {0, 1, 0});

  @Test
  void of_predictionsAlone_hasNoCalibration() {
    var result = Evaluate.of(LABELS, Evaluate.Options.DEFAULT);
    assertThat(result.classMetrics().worstClassAccuracy()).isEqualTo(0.5);
    assertThat(result.calibration()).isNull();
  }

  @Test
  void of_probabilities_hasCalibration() {
    double[] probabilities = {0.75, 0.25};
    var table = ScoreTable.ofProbabilities("p.csv", 2, new int[] {1}, probabilities);
    var calibration = Evaluate.of(table, Evaluate.Options.DEFAULT).calibration();
    assertThat(Objects.requireNonNull(calibration).brier()).isEqualTo(1.125);
    assertThat(calibration.bins()).isEqualTo(15);
  }

  @Test
  void of_worstKAboveTheClasses_isAUserError() {
    var options = new Evaluate.Options(0.95, 15, OptionalInt.of(3), List.of());
    assertThatThrownBy(() -> Evaluate.of(LABELS, options))
        .isInstanceOf(LimbeckException.class)
        .hasMessage("worst-k: expected 2 or less, the number of classes, found 3");
  }

  @Test
  void options_outOfRange_areRefused() {
    assertThatThrownBy(() -> new Evaluate.Options(1, 15, OptionalInt.empty(), List.of()))
        .hasMessage("confidence: expected a number between 0 and 1, found 1.0");
    assertThatThrownBy(() -> new Evaluate.Options(0.9, 0, OptionalInt.empty(), List.of()))
        .hasMessage("bins: expected 1 to 10000, found 0");
    assertThatThrownBy(() -> new Evaluate.Options(0.9, 1, OptionalInt.of(0), List.of()))
        .hasMessage("worst-k: expected 1 or more, found 0");
    assertThatThrownBy(() -> new Evaluate.Options(0.9, 1, OptionalInt.empty(), List.of(0.1, -1.0)))
        .hasMessage("delta: expected a number of nats, 0 or more, found -1.0");
    assertThatThrownBy(() -> new Evaluate.Options(0.9, 1, OptionalInt.empty(), List.of(Double.NaN)))
        .hasMessage("delta: expected a number of nats, 0 or more, found NaN");
  }

  @Test
  void of_deltas_areReportedInAscendingOrder() {
    var options =
        new Evaluate.Options(0.95, 15, OptionalInt.empty(), List.of(0.7, 0.0, THREE_QUARTERS));
    var result = Evaluate.of(LABELS, options);
    assertThat(result.deltaWorst().keySet()).containsExactly(0.0, THREE_QUARTERS, 0.7);
    assertThat(result.deltaWorst().get(0.0)).isEqualTo(0.75);
    assertThat(result.deltaWorst().get(THREE_QUARTERS)).isCloseTo(0.625, within(1e-9));
    assertThat(result.deltaWorst().get(0.7)).isEqualTo(0.5);
  }
}
