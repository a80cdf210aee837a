package org.limbeck.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.data.csv.CsvSource;

/** What can be wrong between the files of a table, and with their text. */
class CsvTablesTest {
  @TempDir private Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static SourceData load(Path train, Path test) {
    return new CsvSource().load(Map.of("train", train.toString(), "test", test.toString()));
  }

  /** Rows {@code from..to-1} with one of two classes. */
  private static String rows(int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i).append(i % 2 == 0 ? ",x\n" : ",y\n");
    }
    return text.toString();
  }

  private static Dataset cut(SourceData source, ValidationFrom from) {
    DataPlan plan = DataPlan.builder("csv").validation(from, 0.5).build();
    return Datasets.build(source, plan, 0);
  }

  @Test
  void load_latin1_isRefusedUnlessNamed() throws IOException {
    Path file = folder.resolve("birds.csv");
    Files.write(file, "a,class\n1,Größe\n2,Gräße\n".getBytes(StandardCharsets.ISO_8859_1));
    var source = new CsvSource();
    assertThatThrownBy(() -> source.load(Map.of("train", file.toString())))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("birds.csv, line 2, column 'class': byte 0xF6 at character 5")
        .hasMessageContaining("data.encoding");
    var named = Map.of("train", file.toString(), "encoding", "ISO-8859-1");
    assertThat(source.load(named).classNames()).containsExactly("Gräße", "Größe");
    assertThatThrownBy(
            () -> source.load(Map.of("train", file.toString(), "encoding", "ISO-8859-l")))
        .hasMessage("data.encoding: no charset 'ISO-8859-l'; did you mean 'ISO-8859-1'?");
  }

  @Test
  void load_ids_areNoFeatureAndFollowTheirRows() throws IOException {
    Path file = file("ids.csv", "id,a,class\n" + rows(0, 40).replaceAll("(?m)^(\\d+)", "r$1,$1"));
    SourceData source = new CsvSource().load(Map.of("train", file.toString(), "id", "id"));
    Dataset data = cut(source, ValidationFrom.TRAIN);
    assertThat(data.shape()).containsExactly(1);
    for (Split split : Split.values()) {
      int[] rows = data.indices(split);
      for (int i = 0; i < rows.length; i++) {
        assertThat(data.ids(split).get(i)).isEqualTo("r" + rows[i]);
      }
      assertThat(data.sourcePart(split)).isEqualTo(Split.TRAIN);
    }
    assertThat(data.partSize(Split.TRAIN)).isEqualTo(40);
    assertThat(data.partSize(Split.TEST)).isZero();
  }

  @Test
  void load_idTwiceOrEmpty_isRefused() throws IOException {
    Path twice = file("twice-id.csv", "id,a,class\nr1,1,x\nr1,2,y\n");
    assertThatThrownBy(() -> new CsvSource().load(Map.of("train", twice.toString(), "id", "id")))
        .hasMessageContaining("line 3, column 'id': id 'r1' is there twice");
    Path empty = file("empty-id.csv", "id,a,class\n,1,x\nr1,2,y\n");
    assertThatThrownBy(() -> new CsvSource().load(Map.of("train", empty.toString(), "id", "id")))
        .hasMessageContaining("line 2, column 'id': empty; give every row an id");
    assertThatThrownBy(() -> new CsvSource().load(Map.of("train", twice.toString(), "id", "class")))
        .hasMessageContaining("data.id: 'class' is the label or the group too");
  }

  @Test
  void sourcePart_validationOfTheOfficialTest_isTest() throws IOException {
    SourceData source =
        load(file("a.csv", "a,class\n" + rows(0, 40)), file("b.csv", "a,class\n" + rows(40, 60)));
    Dataset fromTest = cut(source, ValidationFrom.TEST);
    assertThat(fromTest.sourcePart(Split.VALIDATION)).isEqualTo(Split.TEST);
    assertThat(fromTest.sourcePart(Split.TEST)).isEqualTo(Split.TEST);
    Dataset fromTrain = cut(source, ValidationFrom.TRAIN);
    assertThat(fromTrain.sourcePart(Split.VALIDATION)).isEqualTo(Split.TRAIN);
    assertThat(fromTrain.sourcePart(Split.TEST)).isEqualTo(Split.TEST);
    assertThat(fromTrain.partSize(Split.TEST)).isEqualTo(20);
  }

  @Test
  void load_featureTwice_isRefused() throws IOException {
    Path file = file("twice.csv", "a,class,a\n1,x,2\n1,y,2\n");
    assertThatThrownBy(() -> new CsvSource().load(Map.of("train", file.toString())))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("twice.csv, line 1: column 'a' is there twice, as columns 1 and 3");
  }

  @Test
  void load_testIsTheTrainingFile_isRefusedByAnyName() throws IOException {
    Path train = file("t.csv", "a,class\n" + rows(0, 8));
    Path other = folder.resolve(".").resolve("t.csv");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), train);
    for (Path test : new Path[] {train, other, link}) {
      assertThatThrownBy(() -> load(train, test))
          .isInstanceOf(LimbeckException.class)
          .hasMessageStartingWith("data.test: " + test + " is the same file as data.train")
          .hasMessageContaining("leave data.test out");
    }
    assertThatThrownBy(() -> load(train, folder.resolve("none.csv")))
        .hasMessageContaining("none.csv: no such file");
  }

  @Test
  void load_testSharesRows_isSaid() throws IOException {
    Path train = file("train.csv", "a,class\n0,x\n-0.0,y\n1.5,y\n2,x\n2,x\n");
    Path test = file("test.csv", "a,class\n0,x\n0,y\n1.5,x\n2,x\n2,x\n7,y\n");
    assertThat(load(train, test).notes())
        .containsExactly(
            "4 of 6 rows of the test file also are in the training file (same features and label)");
    assertThat(load(train, file("other.csv", "a,class\n0,z\n".replace('z', 'y'))).notes())
        .hasSize(1);
    assertThat(load(train, file("own.csv", "a,class\n5,x\n6,y\n")).notes()).isEmpty();
  }

  @Test
  void build_rowsTwiceInOneFile_areSaidWhereTheyEndInDifferentSplits() throws IOException {
    Path file = file("all.csv", "a,class\n" + rows(0, 40) + rows(0, 40));
    var source = new CsvSource().load(Map.of("train", file.toString()));
    assertThat(source.notes()).isEmpty();
    Dataset data = cut(source, ValidationFrom.TRAIN);
    assertThat(data.notes())
        .hasSize(3)
        .allMatch(note -> note.matches("\\d+ of \\d+ rows of the \\w+ split also are in .*"));
    assertThat(data.notes().get(0))
        .startsWith(shared(data.validation(), data.train()) + " of 30 rows of the validation split")
        .contains("also are in the training split");
    assertThat(data.notes().get(2))
        .startsWith(shared(data.test(), data.validation()) + " of 20 rows of the test split")
        .contains("also are in the validation split");
    Path once = file("once.csv", "a,class\n" + rows(0, 40));
    assertThat(
            cut(new CsvSource().load(Map.of("train", once.toString())), ValidationFrom.TRAIN)
                .notes())
        .isEmpty();
  }

  @Test
  void build_officialTest_comparesTheSplitsOfOnePart() throws IOException {
    Path train = file("train.csv", "a,class\n" + rows(0, 40) + rows(0, 40));
    Path test = file("test.csv", "a,class\n" + rows(50, 90) + rows(50, 90));
    SourceData source = load(train, test);
    assertThat(cut(source, ValidationFrom.TRAIN).notes())
        .singleElement()
        .asString()
        .contains("rows of the validation split also are in the training split");
    assertThat(cut(source, ValidationFrom.TEST).notes())
        .singleElement()
        .asString()
        .contains("rows of the test split also are in the validation split");
  }

  /** How many rows of one feature are in another split, counted one by one. */
  private static int shared(Examples part, Examples other) {
    float[] known = other.rows(0, other.size());
    int shared = 0;
    for (float value : part.rows(0, part.size())) {
      for (float one : known) {
        if (one == value) {
          shared++;
          break;
        }
      }
    }
    return shared;
  }
}
