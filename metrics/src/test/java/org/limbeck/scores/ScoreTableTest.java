package org.limbeck.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.base.SafeTensors;

class ScoreTableTest {
  @TempDir private Path folder = Path.of("");

  private ScoreTable csv(String text) throws IOException {
    return ScoreTable.read(Files.writeString(folder.resolve("s.csv"), text), TableRequest.SCORES);
  }

  private ScoreTable tensors(Map<String, SafeTensors.Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    byte[] bytes = new SafeTensors(tensors, metadata).toBytes();
    return ScoreTable.read(
        Files.write(folder.resolve("s.safetensors"), bytes), TableRequest.SCORES);
  }

  private static SafeTensors.Tensor tensor(List<Integer> shape, float... values) {
    return new SafeTensors.Tensor(shape, values);
  }

  @Test
  void read_logits_becomeLogProbabilities() throws IOException {
    ScoreTable table = csv("z1,label,z0\n-1,1,2.5\n0,0,1e2\n");
    assertThat(table.classes()).isEqualTo(2);
    double second = -Math.log1p(Math.exp(3.5));
    assertThat(table.logProbabilities().values())
        .containsExactly(new double[] {3.5 + second, second, 0, -100}, within(1e-14));
    assertThat(table.predictions()).containsExactly(0, 0);
    assertThat(table.labels()).containsExactly(1, 0);
    assertThat(table.fingerprint()).isEmpty();
  }

  @Test
  void read_probabilities_becomeLogarithms() throws IOException {
    ScoreTable table = csv("label,prediction,p0,p1\n1,0,0.75,0.25\n0,0,1,0\n");
    assertThat(table.logProbabilities().values())
        .containsExactly(
            new double[] {Math.log(0.75), Math.log(0.25), 0, Math.log(Float.MIN_VALUE)},
            within(1e-14));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          label,z0#0,1                | line 1: scores are missing for all classes but that of 'z0'
          label,z0,z2#0,1,2           | line 1: column 'z1' is missing among 2 columns of scores
          z0,z1#1,2                   | line 1: column 'label' is missing
          label,z0,z1#0,1             | line 2: expected 3 fields as in the header, found 2
          label,z0,z1#0,1,x           | line 2, column 'z1': expected a number such as 0.25, found 'x'
          label,z0,z1#0,1,NaN         | line 2, column 'z1': expected a finite score, found NaN
          label,z0,z1#2,1,0           | line 2, column 'label': expected a class in 0..1, found 2
          label,p0,p1#0,0.9,0.9       | line 2, columns p0..p1: the probabilities sum to 1.8
          label,p0,p1#0,1.9,0.9       | line 2, column 'p0': expected a probability in [0, 1]
          label,z0,z1                 | has a header but no examples
          """)
  void read_badCsv_namesLineAndRemedy(String text, String message) {
    assertThatThrownBy(() -> csv(text.replace('#', '\n')))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("s.csv")
        .hasMessageContaining(message);
  }

  @Test
  void read_safetensors_hasTheFingerprint() throws IOException {
    ScoreTable table =
        tensors(
            Map.of(
                "logits",
                tensor(List.of(2, 3), 1, 2, 3, 4, 5, 6),
                "labels",
                tensor(List.of(2), 2, 0)),
            Map.of("fingerprint", "abc"));
    double last = -Math.log(1 + Math.exp(-1) + Math.exp(-2));
    assertThat(table.logProbabilities().values())
        .containsExactly(
            new double[] {last - 2, last - 1, last, last - 2, last - 1, last}, within(1e-14));
    assertThat(table.predictions()).containsExactly(2, 2);
    assertThat(table.labels()).containsExactly(2, 0);
    assertThat(table.fingerprint()).contains("abc");
  }

  @Test
  void read_wholeNumberLabels_asNumpyWritesThem() throws IOException {
    String header =
        "{\"labels\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[0,16]},"
            + "\"logits\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[16,32]}}";
    byte[] head = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + head.length + 32).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(head.length).put(head).putLong(1).putLong(0);
    bytes.putFloat(1).putFloat(2).putFloat(3).putFloat(4);
    Path file = Files.write(folder.resolve("n.safetensors"), bytes.array());
    assertThat(ScoreTable.read(file, TableRequest.SCORES).labels()).containsExactly(1, 0);
  }

  @Test
  void read_badSafetensors_saysWhatIsWrong() throws IOException {
    var logits = tensor(List.of(2, 2), 1, 2, 3, Float.NaN);
    assertThatThrownBy(
            () -> tensors(Map.of("logits", logits, "labels", tensor(List.of(2), 0, 1)), Map.of()))
        .hasMessageContaining("logits[1, 1]: expected a finite score, found NaN");
    var fine = tensor(List.of(2, 2), 1, 2, 3, 4);
    assertThatThrownBy(
            () -> tensors(Map.of("logits", fine, "labels", tensor(List.of(2), 0, 2)), Map.of()))
        .hasMessageContaining("labels[1]: expected a class in 0..1, found 2");
    assertThatThrownBy(
            () -> tensors(Map.of("logits", fine, "labels", tensor(List.of(3), 0, 1, 1)), Map.of()))
        .hasMessageContaining("labels have shape [3] beside 2 rows of scores");
    assertThatThrownBy(() -> tensors(Map.of("labels", tensor(List.of(1), 0)), Map.of()))
        .hasMessageContaining("s.safetensors: no scores; it needs an array 'logits'")
        .hasMessageContaining("it has labels, which --scores, --label");
    assertThatThrownBy(
            () ->
                tensors(
                    Map.of(
                        "logits",
                        tensor(List.of(4), 1, 2, 3, 4),
                        "labels",
                        tensor(List.of(4), 0, 0, 0, 0)),
                    Map.of()))
        .hasMessageContaining("logits: scores have shape [4]; give numbers [examples, classes]");
    assertThatThrownBy(
            () -> ScoreTable.read(folder.resolve("none.safetensors"), TableRequest.SCORES))
        .hasMessageContaining("does not exist; check the path");
  }
}
