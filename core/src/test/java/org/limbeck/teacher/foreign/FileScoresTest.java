package org.limbeck.teacher.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.base.SafeTensors;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.SourceData;
import org.limbeck.data.Split;
import org.limbeck.data.ValidationFrom;
import org.limbeck.data.Views;
import org.limbeck.data.csv.CsvSource;
import org.limbeck.teacher.foreign.ForeignSource.Ensemble;
import org.limbeck.teacher.foreign.ForeignSource.Ensemble.Combination;
import org.limbeck.teacher.foreign.ForeignSource.ScoreFiles;

/** Scores in files, for 120 rows of three classes and a test part of 30. */
class FileScoresTest {
  private static final List<String> CLASSES = List.of("ant", "bee", "cat");
  private static final int ROWS = 120;
  private static final int TEST_ROWS = 30;

  @TempDir private Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String label(int row) {
    return CLASSES.get(row % 3);
  }

  /** The logits of a row in the order of the data: right for all rows but every ninth. */
  private static float logit(int row, int y) {
    int right = row % 9 == 0 ? (row + 1) % 3 : row % 3;
    return (y == right ? 3 : 0) + row / 1000f + y / 100f;
  }

  private Dataset data(boolean test) throws IOException {
    return data(test, ValidationFrom.TRAIN);
  }

  private Dataset data(boolean test, ValidationFrom from) throws IOException {
    Map<String, String> options =
        new HashMap<>(
            Map.of(
                "train", file("data.csv", rows(0, ROWS)).toString(), "id", "key", "label", "kind"));
    if (test) {
      options.put("test", file("test.csv", rows(ROWS, ROWS + TEST_ROWS)).toString());
    }
    DataPlan plan = DataPlan.builder("csv").validation(from, 0.2).build();
    return Datasets.build(new CsvSource().load(options), plan, 0);
  }

  private static String rows(int from, int to) {
    var text = new StringBuilder("key,a,kind\n");
    for (int i = from; i < to; i++) {
      text.append("r").append(i).append(",").append(i).append(",").append(label(i)).append("\n");
    }
    return text.toString();
  }

  private static float[] logits(int from, int to) {
    var logits = new float[(to - from) * 3];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = logit(from + i / 3, i % 3);
    }
    return logits;
  }

  private Path npy(String name, String type, float[] values, int rows) throws IOException {
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %d), }"
            .formatted(type, rows, values.length / rows);
    header += " ".repeat(63 - (header.length() + 10) % 64) + "\n";
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + 4 * values.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    for (float value : values) {
      bytes.putFloat(value);
    }
    return Files.write(folder.resolve(name), bytes.array());
  }

  private Path train() throws IOException {
    return npy("train.npy", "<f4", logits(0, ROWS), ROWS);
  }

  private static ScoreFiles byRow(Path train) {
    return new ScoreFiles(train, Optional.empty(), Optional.empty(), ModelOutput.FOUND);
  }

  private static ScoreFiles byId(Path train) {
    return new ScoreFiles(train, Optional.empty(), Optional.of("key"), ModelOutput.FOUND);
  }

  private static ForeignScores open(ForeignSource source, Dataset data) {
    return ForeignTeachers.open(source, data);
  }

  private static void assertLogits(ForeignScores scores, Dataset data, Split split, int offset) {
    float[] found = scores.logits(split).orElseThrow();
    int[] rows = data.indices(split);
    assertThat(found).hasSize(rows.length * 3);
    for (int i = 0; i < found.length; i++) {
      // A constant in a row is free.
      double expected = logit(rows[i / 3] + offset, i % 3) - logit(rows[i / 3] + offset, 0);
      assertThat((double) found[i] - found[i / 3 * 3]).isCloseTo(expected, within(1e-5));
    }
  }

  private String csv(boolean probabilities, List<Integer> order) {
    var text = new StringBuilder("key,proba_cat,proba_ant,proba_bee\n");
    int[] columns = {2, 0, 1};
    for (int row : order) {
      text.append("r").append(row);
      double sum = 0;
      for (int y : columns) {
        sum += Math.exp(logit(row, y));
      }
      for (int y : columns) {
        text.append(",").append(probabilities ? Math.exp(logit(row, y)) / sum : logit(row, y));
      }
      text.append("\n");
    }
    return text.toString();
  }

  private static List<Integer> shuffled(int rows) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    return order;
  }

  @Test
  void open_npyByRow_servesEverySplitOfItsPart() throws IOException {
    Dataset data = data(false);
    try (ForeignScores scores = open(byRow(train()), data)) {
      for (Split split : Split.values()) {
        assertLogits(scores, data, split, 0);
      }
      assertThat(scores.notes()).singleElement().asString().contains("scores train.npy: ");
      assertThat(scores.costs()).isEmpty();
    }
  }

  @Test
  void open_csvOfNamedProbabilitiesById_isJoinedInAnyOrder() throws IOException {
    Dataset data = data(true);
    Path train = file("t.csv", csv(true, shuffled(ROWS + TEST_ROWS)));
    try (ForeignScores scores = open(byId(train), data)) {
      assertLogits(scores, data, Split.TRAIN, 0);
      assertLogits(scores, data, Split.VALIDATION, 0);
      assertLogits(scores, data, Split.TEST, ROWS);
      assertThat(scores.notes())
          .singleElement()
          .asString()
          .contains(
              "read 150 rows: probabilities from proba_ant, proba_bee, proba_cat, ids from 'key'");
    }
  }

  @Test
  void open_testFileByRow_servesTestAndWhatIsCutFromIt() throws IOException {
    Dataset data = data(true, ValidationFrom.TEST);
    Path test = npy("test.npy", "<f4", logits(ROWS, ROWS + TEST_ROWS), TEST_ROWS);
    var files = new ScoreFiles(train(), Optional.of(test), Optional.empty(), ModelOutput.FOUND);
    try (ForeignScores scores = open(files, data)) {
      assertLogits(scores, data, Split.TRAIN, 0);
      assertLogits(scores, data, Split.VALIDATION, ROWS);
      assertLogits(scores, data, Split.TEST, ROWS);
    }
    try (ForeignScores scores = open(byRow(train()), data)) {
      assertThat(scores.logits(Split.VALIDATION)).isEmpty();
      assertThat(scores.logits(Split.TEST)).isEmpty();
      assertThat(scores.notes())
          .anyMatch(note -> note.contains("its calibration and class gaps are not known"))
          .anyMatch(note -> note.contains("no scores of the test split"));
    }
  }

  @Test
  void open_validationFileByRow_servesTheOfficialValidationPart() throws IOException {
    SourceData whole =
        new CsvSource()
            .load(
                Map.of(
                    "train",
                    file("d.csv", rows(0, ROWS)).toString(),
                    "id",
                    "key",
                    "label",
                    "kind"));
    var parts =
        new SourceData(
            "parts",
            "",
            whole.classNames(),
            List.of(),
            whole.train().select(IntStream.range(0, 90).toArray()),
            Optional.of(whole.train().select(IntStream.range(90, ROWS).toArray())),
            Optional.empty(),
            List.of(),
            Optional.empty());
    DataPlan plan = DataPlan.builder("csv").validation(ValidationFrom.TRAIN, 0.2).build();
    Dataset data = Datasets.build(parts, plan, 0);
    Path train = npy("t.npy", "<f4", logits(0, 90), 90);
    Path validation = npy("v.npy", "<f4", logits(90, ROWS), 30);
    var files =
        new ScoreFiles(
            train, Optional.of(validation), Optional.empty(), Optional.empty(), ModelOutput.FOUND);
    try (ForeignScores scores = open(files, data)) {
      assertLogits(scores, data, Split.TRAIN, 0);
      assertLogits(scores, data, Split.VALIDATION, 90);
      assertLogits(scores, data, Split.TEST, 0);
    }
  }

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
        .hasMessageContaining("rows of the train split, with the ids r")
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

  @Test
  void ensemble_ofFiles_mixesAllSplits() throws IOException {
    Dataset data = data(false);
    float[] flat = logits(0, ROWS);
    for (int i = 0; i < flat.length; i++) {
      flat[i] /= 3;
    }
    Path other = npy("flat.npy", "<f4", flat, ROWS);
    List<ForeignSource> members = List.of(byRow(train()), byRow(other));
    for (Combination combination : Combination.values()) {
      try (ForeignScores scores = open(new Ensemble(members, combination), data)) {
        float[] mixed = scores.logits(Split.TRAIN).orElseThrow();
        assertThat(mixed).hasSize(data.train().size() * 3);
        assertThat(scores.views(Views.NONE)).isEmpty();
        assertThat(scores.costs()).isEmpty();
        double sum = Math.exp(mixed[0]) + Math.exp(mixed[1]) + Math.exp(mixed[2]);
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(scores.notes())
            .hasSize(combination == Combination.VALIDATION ? 3 : 2)
            .allMatch(
                note ->
                    !note.contains("weights fitted")
                        || note.contains("The teacher now depends on these labels"));
      }
    }
  }

  @Test
  void ensemble_weightsWithoutValidation_areRefused() throws IOException {
    Dataset data = data(true, ValidationFrom.TEST);
    List<ForeignSource> members = List.of(byRow(train()), byRow(train()));
    assertThatThrownBy(() -> open(new Ensemble(members, Combination.VALIDATION), data))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("weights: validation needs scores of the validation rows");
    try (ForeignScores scores = open(new Ensemble(members, Combination.MEAN_LOGIT), data)) {
      assertThat(scores.logits(Split.VALIDATION)).isEmpty();
      assertThat(scores.notes())
          .anyMatch(note -> note.contains("no scores of the validation split, since"));
    }
  }
}
