package org.limbeck.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.base.SafeTensors;
import org.limbeck.scores.array.Npy;
import org.limbeck.scores.column.ScoreKind;
import org.limbeck.scores.column.TableColumns;

class ScoreFileTest {
  @TempDir private Path folder = Path.of("");

  private ScoreFile csv(String text, TableRequest request) throws IOException {
    return ScoreFile.read(Files.writeString(folder.resolve("s.csv"), text), request);
  }

  private static double[] row(ScoreFile file, int row) {
    var scores = new double[file.scores().classes()];
    file.scores().read(row, scores);
    return scores;
  }

  @Test
  void read_csvWithIdsLabelsAndMore_takesScoresAndIds() throws IOException {
    ScoreFile file =
        csv("id,label,z_owl,note,z_auk\nb,owl,1,x,-2\na,auk,0.5,y,3\n", TableRequest.SCORES);
    assertThat(file.kind()).isEqualTo(ScoreKind.LOGITS);
    assertThat(file.classes()).containsExactly("auk", "owl");
    assertThat(file.ids().orElseThrow()).containsExactly("b", "a");
    assertThat(row(file, 0)).containsExactly(-2, 1);
    assertThat(row(file, 1)).containsExactly(3, 0.5);
    assertThat(file.found())
        .isEqualTo(
            "read 2 rows: logits from z_auk, z_owl, ids from 'id'; left out: 'label', 'note'");
  }

  @Test
  void read_columnsOfClassNames_areInTheOrderOfTheRequest() throws IOException {
    TableRequest request =
        TableRequest.builder(TableRequest.Content.SCORES).classNames(List.of("b", "a")).build();
    ScoreFile file = csv("a,b,c\n0.25,0.75,9\n1,0,9\n", request);
    assertThat(file.classes()).containsExactly("b", "a");
    assertThat(row(file, 0)).containsExactly(0.75, 0.25);
    assertThat(file.kind()).isEqualTo(ScoreKind.PROBABILITIES);
    assertThat(file.ids()).isEmpty();
    assertThat(csv("0,1\n3,-4\n", TableRequest.SCORES).classes()).isEmpty();
  }

  @Test
  void read_logitsFarFromZero_keepTheirDifferences() throws IOException {
    ScoreFile file = csv("z0,z1\n100000000.5,100000001.75\n1e-3,2\n", TableRequest.SCORES);
    assertThat(row(file, 0)[1] - row(file, 0)[0]).isEqualTo(1.25);
    assertThat(row(file, 1)[0]).isCloseTo(1e-3, within(1e-10));
  }

  @Test
  void read_arrays_keepTheirPrecision() throws IOException {
    byte[] npy = Npy.of("<f8", true, "(2, 2)", Npy.doubles(0.1, 0.3, 0.9, 0.7));
    Path file = Files.write(folder.resolve("s.npy"), npy);
    ScoreFile scores = ScoreFile.read(file, TableRequest.SCORES);
    assertThat(scores.kind()).isEqualTo(ScoreKind.PROBABILITIES);
    assertThat(row(scores, 1)).containsExactly(0.3, 0.7);
    assertThat(scores.found()).contains("probabilities (every row sums to 1) from");
    var tensor = new SafeTensors.Tensor(List.of(1, 2), new float[] {3, -1});
    byte[] bytes = new SafeTensors(Map.of("logits", tensor), Map.of()).toBytes();
    Path tensors = Files.write(folder.resolve("s.safetensors"), bytes);
    assertThat(row(ScoreFile.read(tensors, TableRequest.SCORES), 0)).containsExactly(3, -1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id,z0,z1#a,1,2#a,3,4          | line 3, column 'id': id 'a' is there twice, first in row 1
          id,z0,z1#,1,2                 | line 2, column 'id': empty; give every row an id
          z0,z1#1,2#1,Infinity          | line 3, column 'z1': expected a finite score, found Infinity
          p0,p1#0.5,0.6                 | line 2, columns p0..p1: the probabilities sum to 1.1, not to 1 within 0.001
          p0,p1#-0.5,1.5                | line 2, column 'p0': expected a probability in [0, 1], found -0.5
          a,b#0.5,0.5#0.2,0.8#0.4,0.4   | the scores of row 3 sum to 0.8, not to 1 within 0.001, but all scores are between 0
          a,b#0.5,0.5#0.2,0.8#1.4,0.4   | the scores of row 3 sum to 1.8, not to 1 within 0.001, but 2 of 3 rows are prob
          a,b#0.5,x                     | line 2, column 'b': expected a number such as 0.25, found 'x'
          a#1                           | no columns of scores; name them p0,p1,...
          z0,z1                         | has a header but no examples
          z0,z1,p0,p1#1,2,0.5,0.5       | columns z0, z1, p0, p1 could all be scores
          """)
  void read_badScores_saysWhereAndHow(String text, String message) {
    assertThatThrownBy(() -> csv(text.replace('#', '\n'), TableRequest.SCORES))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("s.csv")
        .hasMessageContaining(message);
  }

  @Test
  void read_otherClasses_areNamed() throws IOException {
    TableRequest three =
        TableRequest.builder(TableRequest.Content.SCORES).classes(OptionalInt.of(3)).build();
    assertThatThrownBy(() -> csv("z0,z1\n1,2\n", three))
        .hasMessageContaining("expected scores of 3 classes, found 2 columns z0..z1");
    TableRequest named =
        TableRequest.builder(TableRequest.Content.SCORES).classNames(List.of("owl", "auk")).build();
    assertThatThrownBy(() -> csv("z_owl,z_uak\n1,2\n", named))
        .hasMessageContaining("no column 'z_auk' for class 'auk'; did you mean 'uak'?");
  }

  @Test
  void read_formatWithoutScores_saysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.pairs"), "0 1\n");
    assertThatThrownBy(() -> ScoreFile.read(file, TableRequest.SCORES))
        .hasMessageContaining("scores without labels are not read from pairs");
    for (String name : List.of("a.parquet", "a.onnx", "a.pkl")) {
      Path other = Files.writeString(folder.resolve(name), "x");
      assertThatThrownBy(() -> ScoreFile.read(other, TableRequest.SCORES))
          .isInstanceOf(LimbeckException.class)
          .hasMessageStartingWith(other.toString());
    }
  }

  @Test
  void read_prefixAndKind_areThoseOfTheRequest() throws IOException {
    var columns =
        new TableColumns(
            Optional.empty(), Optional.empty(), List.of("out"), Optional.of("key"), List.of("x"));
    TableRequest request =
        TableRequest.builder(TableRequest.Content.SCORES)
            .columns(columns)
            .kind(Optional.of(ScoreKind.LOGITS))
            .build();
    ScoreFile file = csv("key,out_0,out_1,x\nk,0.5,0.5,1\n", request);
    assertThat(file.kind()).isEqualTo(ScoreKind.LOGITS);
    assertThat(file.ids().orElseThrow()).containsExactly("k");
    assertThat(file.found()).endsWith("logits from out_0..out_1, ids from 'key'; left out: 'x'");
  }
}
