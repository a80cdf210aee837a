package org.limbeck.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.base.SafeTensors;

class TableFormatTest {
  @TempDir private Path folder = Path.of("");

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path tensors() throws IOException {
    var logits = new SafeTensors.Tensor(List.of(2, 2), new float[] {0, 1, 3, 0});
    var labels = new SafeTensors.Tensor(List.of(2), new float[] {0, 0});
    byte[] bytes = new SafeTensors(Map.of("logits", logits, "labels", labels), Map.of()).toBytes();
    return Files.write(folder.resolve("s.safetensors"), bytes);
  }

  @Test
  void of_nameOfAFile_findsItsFormat() {
    assertThat(TableFormat.of(Path.of("a.csv")).name()).isEqualTo("CSV");
    assertThat(TableFormat.of(Path.of("a.csv.gz")).name()).isEqualTo("CSV");
    assertThat(TableFormat.of(Path.of("a.safetensors")).name()).isEqualTo("safetensors");
    assertThat(TableFormat.of(Path.of("a.txt")).name()).isEqualTo("CSV");
  }

  @Test
  void read_formatFromOutside_isFound() throws IOException {
    ScoreTable table = ScoreTable.read(file("a.pairs", "0 1\n1 1\n"), TableRequest.PREDICTIONS);
    assertThat(table.labels()).containsExactly(0, 1);
    assertThat(table.predictions()).containsExactly(1, 1);
    assertThat(table.probabilities()).isEmpty();
    assertThatThrownBy(table::logProbabilities)
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("a.pairs: has predictions but no scores; give");
  }

  @Test
  void read_packedCsv_isUnpacked() throws IOException {
    Path file = folder.resolve("p.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("label,p0,p1\n1,0.25,0.75\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(ScoreTable.read(file, TableRequest.PREDICTIONS).predictions()).containsExactly(1);
    Path plain = file("plain.csv.gz", "label,prediction\n0,0\n");
    assertThatThrownBy(() -> ScoreTable.read(plain, TableRequest.PREDICTIONS))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("cannot be read")
        .hasMessageEndingWith("is it a CSV file packed with gzip?");
  }

  @Test
  void read_logitsAsPredictions_haveTheirSoftmax() throws IOException {
    Path csv = file("z.csv", "label,z0,z1\n0,0,1\n0,3,0\n");
    for (Path file : List.of(csv, tensors())) {
      ScoreTable table = ScoreTable.read(file, TableRequest.PREDICTIONS);
      assertThat(table.predictions()).containsExactly(1, 0);
      assertThat(table.probabilities().orElseThrow()[1]).isCloseTo(0.73105858, within(1e-8));
    }
  }

  @Test
  void read_safetensorsWithAGroupOrOtherClasses_isRefused() throws IOException {
    Path file = tensors();
    var group =
        new TableRequest(
            TableRequest.Content.PREDICTIONS, OptionalInt.empty(), Optional.of("place"));
    assertThatThrownBy(() -> ScoreTable.read(file, group))
        .hasMessageContaining("has no column of groups; leave --group out");
    var three =
        new TableRequest(TableRequest.Content.PREDICTIONS, OptionalInt.of(3), Optional.empty());
    assertThatThrownBy(() -> ScoreTable.read(file, three))
        .hasMessageContaining("expected scores of 3 classes, found 2");
  }

  @Test
  void read_scoresWithAColumnTooMany_namesIt() throws IOException {
    Path file = file("s.csv", "label,z0,z1,p0\n0,1,2,0.5\n");
    assertThatThrownBy(() -> ScoreTable.read(file, TableRequest.SCORES))
        .hasMessageContaining("line 1: columns z0, z1, p0 could all be scores; name the beginning");
  }

  @Test
  void read_otherFormatsOnStandardInput_areNamed() {
    for (String start : List.of("PAR1", "\u0093NUMPY", "PK\3\4")) {
      var in = new ByteArrayInputStream((start + "rest").getBytes(StandardCharsets.ISO_8859_1));
      assertThatThrownBy(() -> ScoreTable.read(in, "csv", TableRequest.PREDICTIONS))
          .isInstanceOf(LimbeckException.class)
          .hasMessageContaining("standard input: begins as a file in the format")
          .hasMessageContaining("add --format ");
    }
  }
}
