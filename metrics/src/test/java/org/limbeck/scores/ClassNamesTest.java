package org.limbeck.scores;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.scores.column.TableColumns;

/** Labels and predictions as names or indices, ids and columns that are left out. */
class ClassNamesTest {
  @TempDir private Path folder = Path.of("");

  private ScoreTable read(String text, TableRequest request) throws IOException {
    return ScoreTable.read(Files.writeString(folder.resolve("t.csv"), text), request);
  }

  private static TableRequest named(String... classes) {
    return TableRequest.builder(TableRequest.Content.PREDICTIONS)
        .classNames(List.of(classes))
        .build();
  }

  @Test
  void read_names_areSortedUnlessTheirOrderIsGiven() throws IOException {
    String text = "y_true,y_pred\nowl,auk\nauk,auk\n";
    ScoreTable table = read(text, TableRequest.PREDICTIONS);
    assertThat(table.classNames()).containsExactly("auk", "owl");
    assertThat(table.labels()).containsExactly(1, 0);
    assertThat(table.predictions()).containsExactly(0, 0);
    ScoreTable given = read(text, named("owl", "tit", "auk"));
    assertThat(given.classes()).isEqualTo(3);
    assertThat(given.labels()).containsExactly(0, 2);
    assertThat(given.namesOfClasses()).containsExactly("owl", "tit", "auk");
  }

  @Test
  void read_namesWithNumberedScores_areInTheirOrder() throws IOException {
    ScoreTable table = read("label,p0,p1\nowl,0.4,0.6\nauk,1,0\n", TableRequest.PREDICTIONS);
    assertThat(table.classNames()).containsExactly("auk", "owl");
    assertThat(table.labels()).containsExactly(1, 0);
    assertThat(table.predictions()).containsExactly(1, 0);
  }

  @Test
  void read_numbersAsColumns_areNamesOfClasses() throws IOException {
    ScoreTable table =
        read("1,2,10,label\n0.1,0.2,0.7,10\n1,0,0,2\n0,1,0,1\n", TableRequest.PREDICTIONS);
    assertThat(table.classNames()).containsExactly("1", "2", "10");
    assertThat(table.labels()).containsExactly(2, 1, 0);
  }

  @Test
  void read_textLabels_areNeverNumbers() throws IOException {
    ScoreTable table = read("label,prediction\n01,02\n02,02\n", TableRequest.PREDICTIONS);
    assertThat(table.classNames()).containsExactly("01", "02");
    assertThat(table.namesOfClasses()).hasSize(2);
  }

  @Test
  void read_idsAndOtherColumns_areNamed() throws IOException {
    ScoreTable table =
        read("id,label,prediction,note\na,0,1,x\nb,1,1,y\n", TableRequest.PREDICTIONS);
    assertThat(table.ids().orElseThrow()).containsExactly("a", "b");
    assertThat(table.found())
        .isEqualTo(
            "read 2 rows: labels from 'label' (class indices), predictions from 'prediction',"
                + " ids from 'id'; left out: 'note'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          label,prediction#0,1#cat,1        | line 3, column 'label': expected a class index such as 0, found 'cat'; labels and
          label,prediction#cat,1            | line 2, column 'prediction': expected a class name such as 'cat', found the index 1
          label,prediction#1,01             | line 2, column 'prediction': expected a class index such as 1, found '01'
          label,prediction#1.0,1            | line 2, column 'label': expected a class index such as 3, or a name, found '1.0'
          label,prediction#nan,a            | line 2, column 'label': expected a class index
          label,prediction#,a               | line 2, column 'label': empty; name a class
          label,p0,p1#a,1,0#b,1,0#c,1,0     | 2 classes are expected, but the labels have 3 names: a, b, c
          label,p0,p1#a,1,0                 | 2 classes are expected, but the labels have 1 names: a
          label,proba_a,proba_b#c,1,0       | line 2, column 'label': no class 'c'
          label,y_true,prediction#0,0,0     | columns label, y_true could all be the labels; name one with --label
          id,label,prediction#a,0,0#a,0,0   | line 3, column 'id': id 'a' is there twice, first in row 1
          label;p0;p1#0;0,5;0.5             | line 2, column 'p1': decimal commas and decimal points in one file
          label:p0:p1#0:1:0                 | column 'label' is missing
          label,p0,p1#0,"0,5","0,5"         | line 2, column 'p0': expected a number such as 0.25, found '0,5'; it has a decimal
          label,p0,p0#0,1,0                 | line 1: column 'p0' is there twice, as columns 2 and 3
          a,b,c,label#1,2,3,a#1,2,3,b       | columns a, b have the names of labels, and 'c' could be scores of classes without
          a,b,label#0.5,0.5,a#0.7,0.7,b     | the scores of row 2 sum to 1.4, not to 1 within 0.001, but all scores
          """)
  void read_whatDoesNotFit_namesLineAndColumn(String text, String message) {
    assertThatThrownBy(() -> read(text.replace('#', '\n'), TableRequest.PREDICTIONS))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("t.csv")
        .hasMessageContaining(message);
  }

  @Test
  void read_tooManyNames_isAnIdentifier() {
    var text = new StringBuilder("label,prediction\n");
    for (int i = 0; i < 100_000; i++) {
      text.append("row-").append(i).append(",row-0\n");
    }
    assertThatThrownBy(() -> read(text.toString(), TableRequest.PREDICTIONS))
        .hasMessageContaining(
            "line 50002, column 'label': more than 50,000 different names: an identifier");
  }

  @Test
  void read_latin1Names_areRefusedUnlessTheEncodingIsNamed() throws IOException {
    byte[] bytes = "label,prediction\nKöln,Köln\nBonn,Köln\n".getBytes(ISO_8859_1);
    Path file = Files.write(folder.resolve("l.csv"), bytes);
    assertThatThrownBy(() -> ScoreTable.read(file, TableRequest.PREDICTIONS))
        .hasMessageContaining("l.csv, line 2, column 'label': byte 0xF6");
    TableRequest latin = TableRequest.PREDICTIONS.withEncoding(Optional.of(ISO_8859_1));
    assertThat(ScoreTable.read(file, latin).classNames()).containsExactly("Bonn", "Köln");
  }

  @Test
  void read_columnWithTwoUses_isRefused() {
    var columns =
        new TableColumns(
            Optional.of("a"), Optional.empty(), List.of(), Optional.of("a"), List.of());
    TableRequest twice =
        TableRequest.builder(TableRequest.Content.PREDICTIONS).columns(columns).build();
    assertThatThrownBy(() -> read("a,prediction\n0,0\n", twice))
        .hasMessageContaining("column 'a' has two uses, the second by --id; name it once");
  }
}
