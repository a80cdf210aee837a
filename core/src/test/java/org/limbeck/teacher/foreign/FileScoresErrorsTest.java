package org.limbeck.teacher.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.base.SafeTensors;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.teacher.foreign.ForeignSource.ScoreFiles;

/** Files of scores that do not fit the data. */
class FileScoresErrorsTest extends ScoreFilesFixture {
  @Test
  void open_wrongNumberOfRows_saysWhatTheyAreLike() throws IOException {
    Dataset data = data(true);
    assertRefused(data, npy("a.npy", "<f4", logits(0, 30), 30), "are the files exchanged?");
    assertRefused(
        data, npy("b.npy", "<f4", logits(0, 150), 150), "as many as all its parts have together");
    int split = data.indices(Split.TRAIN).length;
    assertRefused(
        data,
        npy("c.npy", "<f4", logits(0, split), split),
        "%d rows, but the training part of the data has 120: they are as many as the train split has"
            .formatted(split));
    assertRefused(data, npy("d.npy", "<f4", logits(0, 119), 119), "taken for a header");
    assertRefused(data, npy("e.npy", "<f4", logits(0, 77), 77), "score every row of that part");
  }

  private static void assertRefused(Dataset data, Path file, String... parts) {
    var thrown =
        assertThatThrownBy(() -> open(byRow(file), data)).isInstanceOf(LimbeckException.class);
    for (String part : parts) {
      thrown.hasMessageContaining(part);
    }
  }

  @Test
  void open_idsThatDoNotMatch_areNamed() throws IOException {
    Dataset data = data(false);
    Path some = file("some.csv", csv(false, shuffled(ROWS).subList(0, 100)));
    assertThatThrownBy(() -> open(byId(some), data))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(
            "no scores for 13 of the 72 rows of the train split, 2 of the 18 rows of the"
                + " validation split, 5 of the 30 rows of the test split, with the ids r")
        .hasMessageContaining("more; add them");
    Path others = file("others.csv", csv(false, shuffled(ROWS)).replace("\nr", "\nx"));
    assertThatThrownBy(() -> open(byId(others), data))
        .hasMessageContaining("has none of the ids of the training split, which are like 'r");
    Path twice = file("twice.csv", csv(false, List.of(0, 1, 2, 1)));
    assertThatThrownBy(() -> open(byId(twice), data)).hasMessageContaining("'r1' is there twice");
  }

  @Test
  void open_validationWithoutScores_isEmptyWithANote() throws IOException {
    Dataset data = data(false);
    List<Integer> train = Arrays.stream(data.indices(Split.TRAIN)).boxed().toList();
    Path file = file("train-only.csv", csv(true, train));
    try (ForeignScores scores = open(byId(file), data)) {
      assertLogits(scores, data, Split.TRAIN, 0);
      assertThat(scores.logits(Split.VALIDATION)).isEmpty();
      assertThat(scores.notes()).anyMatch(note -> note.contains("no temperature can be fitted"));
    }
  }

  @Test
  void open_idColumnThatIsNotUsed_hasToAgree() throws IOException {
    Dataset data = data(false);
    String inOrder = csv(false, shuffled(ROWS).stream().sorted().toList()).replace("key", "id");
    try (ForeignScores scores = open(byRow(file("in-order.csv", inOrder)), data)) {
      assertLogits(scores, data, Split.TRAIN, 0);
    }
    String other = csv(false, shuffled(ROWS)).replace("key", "id");
    assertRefused(data, file("other.csv", other), "another order; join by id with the key id");
  }

  @Test
  void open_classesOfOthers_areNamed() throws IOException {
    Dataset data = data(false);
    String csv = csv(false, shuffled(ROWS));
    assertThatThrownBy(
            () -> open(byId(file("cow.csv", csv.replace("proba_cat", "proba_cow"))), data))
        .hasMessageContaining("without: cat, unknown: cow");
    Path four = npy("four.npy", "<f4", new float[ROWS * 4], ROWS);
    assertRefused(data, four, "scores of 4 classes, but the data have 3: ant, bee, cat");
  }

  @Test
  void open_permutedColumns_areRefusedAndPassInTheOrderThatIsSaid() throws IOException {
    Dataset data = data(false);
    float[] permuted = logits(0, ROWS);
    for (int i = 0; i < permuted.length; i += 3) {
      float ant = permuted[i];
      permuted[i] = permuted[i + 1];
      permuted[i + 1] = permuted[i + 2];
      permuted[i + 2] = ant;
    }
    Path file = npy("permuted.npy", "<f4", permuted, ROWS);
    assertRefused(data, file, "output: {classes: [bee, cat, ant]}");
    var said = new ModelOutput(Optional.empty(), Optional.empty(), List.of("bee", "cat", "ant"));
    var files = new ScoreFiles(file, Optional.empty(), Optional.empty(), said);
    try (ForeignScores scores = open(files, data)) {
      assertLogits(scores, data, Split.TRAIN, 0);
    }
  }

  @Test
  void open_safetensors_isRead() throws IOException {
    Dataset data = data(false);
    var tensor = new SafeTensors.Tensor(List.of(ROWS, 3), logits(0, ROWS));
    Path file =
        Files.write(
            folder.resolve("t.safetensors"),
            new SafeTensors(Map.of("logits", tensor), Map.of()).toBytes());
    try (ForeignScores scores = open(byRow(file), data)) {
      assertLogits(scores, data, Split.VALIDATION, 0);
    }
  }

  @Test
  void open_nanAndObjects_areRefusedWithTheirPlace() throws IOException {
    Dataset data = data(false);
    float[] nan = logits(0, ROWS);
    nan[3 * 4 + 1] = Float.NaN;
    assertRefused(data, npy("nan.npy", "<f4", nan, ROWS), "nan.npy", "[4, 1]", "NaN");
    assertRefused(data, npy("object.npy", "|O", logits(0, ROWS), ROWS), "object.npy");
  }
}
