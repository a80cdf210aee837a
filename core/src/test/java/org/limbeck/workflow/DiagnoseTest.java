package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.DecodingListener;
import org.limbeck.diagnosis.ModeDiagnosis;
import org.limbeck.scores.ScoreTable;
import org.limbeck.testing.Vectors;
import org.limbeck.workflow.scored.ScoredExamples;

class DiagnoseTest {
  private static final String ROWS =
      """
      kind,a,b
      x,1,2
      y,3,4
      x,5,6
      y,7,8
      """;

  @TempDir private Path folder = Path.of("");

  private static ScoreTable table(Optional<String> fingerprint, int... labels) {
    var logits = new float[2 * labels.length];
    for (int i = 0; i < labels.length; i++) {
      logits[2 * i + labels[i]] = 1 + i % 2;
    }
    return ScoreTable.ofLogits("mine.csv", 2, labels, logits, fingerprint);
  }

  private ScoredExamples csv() throws IOException {
    return ScoredExamples.ofCsv(Files.writeString(folder.resolve("d.csv"), ROWS), "kind");
  }

  private static Diagnose.Options with(ScoredExamples data) {
    return new Diagnose.Options(
        Optional.empty(), Optional.empty(), Optional.of(data), Optional.empty());
  }

  static Stream<JsonNode> calibrationVectors() {
    return Vectors.cases("calibration").filter(one -> one.get("bins").intValue() == 15);
  }

  @ParameterizedTest
  @MethodSource("calibrationVectors")
  void table_calibrationVectors_agreeInRawMode(JsonNode expected) {
    double[] rows = Vectors.rows(expected.get("probabilities"));
    int m = expected.get("probabilities").get(0).size();
    var table = ScoreTable.ofProbabilities("v", m, Vectors.ints(expected.get("labels")), rows);
    ModeDiagnosis raw =
        Diagnose.table(table, Diagnose.Options.NONE).diagnosis().mode(ScoreMode.RAW);
    assertThat(raw.worstGap())
        .isCloseTo(expected.get("worstClassCalibrationGap").doubleValue(), within(1e-5));
    assertThat(raw.measured().expectedCalibrationError())
        .isCloseTo(expected.get("expectedCalibrationError").doubleValue(), within(1e-6));
    assertThat(raw.measured().classwiseCalibrationError().stream().mapToDouble(e -> e).toArray())
        .containsExactly(Vectors.doubles(expected.get("classwiseCalibrationError")), within(1e-6));
  }

  @Test
  void table_ofData_hasItsClassNames() throws IOException {
    DiagnosedScores result = Diagnose.table(table(Optional.empty(), 0, 1, 0, 1), with(csv()));
    assertThat(result.diagnosis().modes().get(0).classes())
        .extracting(one -> one.name())
        .containsExactly("x", "y");
    assertThat(result.notes()).anyMatch(note -> note.contains("none given, so 1 each"));
  }

  @Test
  void table_otherOrderRowsOrClasses_areRefusedNamingBoth() throws IOException {
    ScoredExamples data = csv();
    assertThatThrownBy(() -> Diagnose.table(table(Optional.empty(), 0, 1, 1, 0), with(data)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("mine.csv: has label 1 in row 3, but the rows of ")
        .hasMessageContaining("has label 0; keep the order of the data");
    assertThatThrownBy(() -> Diagnose.table(table(Optional.empty(), 0, 1), with(data)))
        .hasMessageContaining("mine.csv: has 2 rows, but")
        .hasMessageContaining("has 4 examples");
    var three = ScoreTable.ofLogits("mine.csv", 3, new int[4], new float[12], Optional.empty());
    assertThatThrownBy(() -> Diagnose.table(three, with(data)))
        .hasMessageContaining("scores of 3 classes, but")
        .hasMessageContaining("has 2 classes");
  }

  @Test
  void table_otherFingerprint_isRefusedNamingBoth() {
    ScoredExamples data =
        ScoredExamples.ofStudy(
            Path.of("../examples/digits.yaml"), OptionalLong.empty(), DecodingListener.NONE);
    int[] labels = data.examples().labels();
    var table =
        ScoreTable.ofLogits(
            "t", 10, labels, new float[labels.length * 10], Optional.of("0123abcd"));
    assertThatThrownBy(() -> Diagnose.table(table, with(data)))
        .hasMessageContaining("t: has fingerprint 0123abcd, but the validation split of digits")
        .hasMessageContaining("has " + data.fingerprint().orElseThrow());
    var given =
        new Diagnose.Options(
            Optional.empty(), Optional.empty(), Optional.of(data), data.fingerprint());
    assertThat(Diagnose.table(table, given).diagnosis().examples()).isEqualTo(labels.length);
  }

  @Test
  void table_costsOfOtherLength_areRefused() {
    var options =
        new Diagnose.Options(
            Optional.of(List.of(1.0, 2.0, 3.0)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> Diagnose.table(table(Optional.empty(), 0, 0, 1, 1), options))
        .hasMessageContaining("--costs: expected 2 values, one for each class, found 3");
  }

  @Test
  void table_classWithoutExamples_isRefusedNamingTheTable() {
    assertThatThrownBy(
            () -> Diagnose.table(table(Optional.empty(), 0, 0, 0, 0), Diagnose.Options.NONE))
        .hasMessageContaining("mine.csv: class '1' has 0 of the 4 examples");
  }

  @Test
  void onnx_withoutData_isRefused() {
    assertThatThrownBy(() -> Diagnose.onnx(Path.of("m.onnx"), Diagnose.Options.NONE))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("m.onnx: an ONNX model needs examples to score")
        .hasMessageContaining("--data");
  }

  @Test
  void parse_numbersOrAFile_givesTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("c.txt"), "1\n2.5\n1e-3\n");
    assertThat(ClassValues.parse("--costs", "1, 2.5,1e-3"))
        .isEqualTo(ClassValues.parse("--costs", file.toString()))
        .containsExactly(1.0, 2.5, 0.001);
  }

  @Test
  void parse_badNumbers_areRefusedNamingTheClass() {
    for (String bad : List.of("1,0", "1,-2", "1,,2", "1,1e999")) {
      assertThatThrownBy(() -> ClassValues.parse("--costs", bad))
          .isInstanceOf(LimbeckException.class)
          .hasMessageContaining("--costs: class ")
          .hasMessageContaining("expected a positive number");
    }
    assertThatThrownBy(() -> ClassValues.parse("--prior", "no-such-file"))
        .hasMessageContaining("--prior no-such-file: cannot be read");
  }
}
