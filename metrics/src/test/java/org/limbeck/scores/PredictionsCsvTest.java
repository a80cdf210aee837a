package org.limbeck.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;

class PredictionsCsvTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void read_labelAndPrediction_classesAreOneMoreThanTheLargest() throws IOException {
    var table = read("label,prediction\n0,1\n1,4\n");
    assertThat(table.classes()).isEqualTo(5);
    assertThat(table.examples()).isEqualTo(2);
    assertThat(table.labels()).containsExactly(0, 1);
    assertThat(table.predictions()).containsExactly(1, 4);
    assertThat(table.probabilities()).isEmpty();
  }

  @Test
  void read_classesGiven_areKept() throws IOException {
    var table = ScoreTable.read(file("label,prediction\n0,1\n"), ofClasses(7));
    assertThat(table.classes()).isEqualTo(7);
  }

  @Test
  void read_probabilitiesInAnyOrder_predictsTheFirstLargest() throws IOException {
    var table = read("p1, p0 ,label,p2\n0.4,0.4,2,0.2\n0.2,0.2,0,0.6\n");
    assertThat(table.classes()).isEqualTo(3);
    assertThat(table.predictions()).containsExactly(0, 2);
    assertThat(table.probabilities().orElseThrow()).containsExactly(0.4, 0.4, 0.2, 0.2, 0.2, 0.6);
  }

  @Test
  void read_predictionBesideProbabilities_isBelieved() throws IOException {
    var table = read("label,prediction,p0,p1\n0,1,0.9,0.1\n");
    assertThat(table.predictions()).containsExactly(1);
    assertThat(table.probabilities()).isPresent();
  }

  @Test
  void read_byteOrderMarkWindowsLinesQuotesAndBlankLines_areFine() throws IOException {
    var table = read("\uFEFFlabel,prediction\r\n\"0\",1\r\n\r\n1, 1 \r\n");
    assertThat(table.predictions()).containsExactly(1, 1);
  }

  @Test
  void read_moreRowsThanTheFirstArrays_keepsAll() throws IOException {
    var text = new StringBuilder("label,p0,p1\n");
    for (int i = 0; i < 5000; i++) {
      text.append(i % 2).append(i % 3 == 0 ? ",1,0\n" : ",0.25,0.75\n");
    }
    var table = read(text.toString());
    assertThat(table.examples()).isEqualTo(5000);
    assertThat(table.labels()[4999]).isEqualTo(1);
    assertThat(table.probabilities().orElseThrow()).hasSize(10_000).endsWith(1, 0, 0.25, 0.75);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          prediction,p0#0,1                    | line 1: column 'label' is missing
          label#0                              | line 1: column 'prediction' is missing
          label,prediction,y_pred#0,0,0        | line 1: columns prediction, y_pred could all be the p
          label,p0,p01#0,0.5,0.5               | line 1: scores are missing for all classes but that of
          label,p0,p2#0,0.5,0.5                | line 1: column 'p1' is missing among 2
          label,p1,p9999999#0,0.5,0.5          | line 1: column 'p0' is missing among 2
          label,label,prediction#0,0,0         | line 1: column 'label' is there twice
          0,1#1,1                              | line 1: numbers instead of a header
          label,prediction                     | has a header but no examples
          label,prediction#0,0#1               | line 3: expected 2 fields as in the header, found 1
          label,prediction#0,0,0               | line 2: expected 2 fields as in the header, found 3
          label,prediction#0,x                 | line 2, column 'prediction': expected a class index
          label,prediction#1.0,1               | line 2, column 'label': expected a class index
          label,prediction#-1,1                | line 2, column 'label': expected a class in 0..99999
          label,prediction#0,123456            | line 2, column 'prediction': expected a class in 0..
          label,p0,p1#2,0.5,0.5                | line 2, column 'label': expected a class in 0..1, f
          label,p0,p1#1,0.5,half               | line 2, column 'p1': expected a number such as 0.25
          label,p0,p1#1,0.5,                   | line 2, column 'p1': expected a number such as 0.25
          label,p0,p1#1,-0.5,1.5               | line 2, column 'p0': expected a probability in [0, 1]
          label,p0,p1#1,0,1.5                  | line 2, column 'p1': expected a probability in [0, 1]
          label,p0,p1#1,NaN,1                  | line 2, column 'p0': expected a probability in [0, 1]
          label,p0,p1#0,1,0#1,0.5,0.502        | line 3, columns p0..p1: the probabilities sum to 1.0
          """)
  void read_badFile_saysWhereAndHow(String content, String message) throws IOException {
    Path file = file(content.replace('#', '\n'));
    assertThatThrownBy(() -> ScoreTable.read(file, TableRequest.PREDICTIONS))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message)
        .hasMessageContaining("; ");
  }

  @Test
  void read_emptyFile_isRefused() throws IOException {
    assertThatThrownBy(() -> read("")).hasMessageContaining("is empty; it needs a header");
  }

  @Test
  void read_unclosedQuoteOverTheLimit_isRefused() throws IOException {
    assertThatThrownBy(() -> read("label,prediction\n\"" + "0,1\n".repeat(10_000_000)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("is no CSV file");
  }

  @Test
  void read_sumWithinTheTolerance_isFine() throws IOException {
    assertThat(read("label,p0,p1\n0,0.5,0.5009\n").examples()).isEqualTo(1);
  }

  @Test
  void read_classesThatContradictTheColumns_isRefused() throws IOException {
    Path file = file("label,p0,p1\n0,0.5,0.5\n");
    assertThatThrownBy(() -> ScoreTable.read(file, ofClasses(3)))
        .hasMessageContaining("expected probabilities of 3 classes, found 2 columns p0..p1");
  }

  @Test
  void read_noFileOrDirectory_isRefused() {
    assertThatThrownBy(() -> ScoreTable.read(directory.resolve("no"), TableRequest.PREDICTIONS))
        .hasMessageEndingWith("does not exist; check the path");
    assertThatThrownBy(() -> ScoreTable.read(directory, TableRequest.PREDICTIONS))
        .hasMessageEndingWith("is a directory; give a CSV file");
  }

  private static TableRequest ofClasses(int classes) {
    return new TableRequest(
        TableRequest.Content.PREDICTIONS, OptionalInt.of(classes), Optional.empty());
  }

  private ScoreTable read(String content) throws IOException {
    return ScoreTable.read(file(content), TableRequest.PREDICTIONS);
  }

  private Path file(String content) throws IOException {
    return Files.write(
        directory.resolve("predictions.csv"), content.getBytes(StandardCharsets.UTF_8));
  }
}
