package org.limbeck.teacher.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.Examples;
import org.limbeck.data.Split;
import org.limbeck.data.Views;
import org.limbeck.data.column.Column;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.MissingValues;

/**
 * Models that other programs wrote, held against the scores that those programs computed
 * (bench/fixtures/foreign_models.py).
 */
class ForeignModelsTest {
  private static final List<String> FRUIT = List.of("apple", "fig", "pear");
  private static final List<String> NUMBERS = List.of("0", "1", "2");
  private static final int ROWS = 12;

  /** Tribuo learned from the digits before this row. */
  private static final int TRIBUO_ROWS = 600;

  /** Inputs as texts, and the expected scores. */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  private record Expected(String[][] inputs, float[] scores) {}

  private static Path file(String name) {
    URL url = ForeignModelsTest.class.getResource(name);
    try {
      return Path.of(Objects.requireNonNull(url, name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Expected expected(String name) throws IOException {
    List<String> lines = Files.readAllLines(file(name + ".expected.csv"));
    int width = (int) Arrays.stream(lines.get(0).split(",")).filter(c -> c.startsWith("x")).count();
    var inputs = new String[ROWS][];
    var scores = new float[ROWS * 3];
    for (int row = 0; row < ROWS; row++) {
      String[] cells = lines.get(row + 1).split(",", -1);
      inputs[row] = Arrays.copyOf(cells, width);
      for (int y = 0; y < 3; y++) {
        scores[row * 3 + y] = Float.parseFloat(cells[width + y]);
      }
    }
    return new Expected(inputs, scores);
  }

  private static Examples table(Expected expected) {
    var values = new float[ROWS * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(expected.inputs()[i / 4][i % 4]);
    }
    return Examples.of(new int[] {4}, values, new int[ROWS]);
  }

  private static Examples images(Expected expected) {
    var bytes = new byte[ROWS * 192];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(expected.inputs()[i / 192][i % 192]);
    }
    return new Examples(
        new int[] {3, 8, 8}, ByteValuesOf.rows(ByteStore.of(bytes, 192), ROWS), new int[ROWS]);
  }

  /** All rows of a store. */
  private static final class ByteValuesOf {
    static ByteValues rows(ByteStore store, int count) {
      int[] rows = new int[count];
      Arrays.setAll(rows, i -> i);
      return new ByteValues(store, rows);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "logistic-zipmap, output_probability",
    "logistic-matrix, probabilities",
    "forest-zipmap, output_probability",
    "forest-matrix, probabilities",
    "logistic-logits, probabilities"
  })
  void of_sklearn_givesItsProbabilities(String name, String output) throws IOException {
    Expected expected = expected(name);
    OnnxScores scores = OnnxScores.of(file(name + ".onnx"), table(expected), NUMBERS);
    assertThat(scores.output()).isEqualTo(output);
    if (!name.equals("logistic-logits")) {
      assertThat(scores.values()).containsExactly(expected.scores(), within(1e-5f));
    }
  }

  @ParameterizedTest
  @CsvSource({"logistic-zipmap", "logistic-matrix"})
  void of_classesInAnotherOrder_followsTheirNames(String name) throws IOException {
    Expected expected = expected(name);
    Path file = file(name + ".onnx");
    OnnxScores same = OnnxScores.of(file, table(expected), FRUIT);
    assertThat(same.notes()).isEmpty();
    OnnxScores other = OnnxScores.of(file, table(expected), List.of("pear", "apple", "fig"));
    for (int row = 0; row < ROWS; row++) {
      assertThat(other.values()[row * 3]).isEqualTo(same.values()[row * 3 + 2]);
      assertThat(other.values()[row * 3 + 1]).isEqualTo(same.values()[row * 3]);
    }
    assertThat(other.notes()).singleElement().asString().contains("[apple, fig, pear]");
    assertThat(OnnxScores.of(file, table(expected), List.of("x", "y", "z")).notes())
        .singleElement()
        .asString()
        .contains("scores were taken in the order of the data's classes");
  }

  @ParameterizedTest
  @CsvSource({"torch-legacy", "torch-batch1", "torch-dynamo"})
  void of_pytorch_givesItsLogits(String name) throws IOException {
    Expected expected = expected("torch-legacy");
    OnnxScores scores = OnnxScores.of(file(name + ".onnx"), images(expected), NUMBERS);
    assertThat(scores.values()).containsExactly(expected.scores(), within(1e-3f));
    assertThat(scores.notes()).singleElement().asString().contains("NCHW, pixels as the data set");
  }

  @Test
  void script_pytorch_givesItsLogits() throws IOException {
    Expected expected = expected("torch-legacy");
    var file = ModelFile.script(file("torch-script.pt"), ModelInput.FOUND, ModelOutput.FOUND);
    Examples images = images(expected);
    try (var model = new OpenModel(file, NUMBERS)) {
      InputForm form = model.input(ModelInput.FOUND, images.shape());
      var inputs = new ExampleInputs(form, images, Views.NONE, new float[3]);
      assertThat(model.scores(inputs, ROWS)).containsExactly(expected.scores(), within(1e-3f));
      assertThat(model.notes().get(0)).contains("so NCHW was taken; input.layout says otherwise");
    }
  }

  @Test
  void columns_pipelineOfSklearn_getsEachColumnAsAnInput() throws IOException {
    Expected expected = expected("columns");
    var colour = new Column.Category("colour", List.of("green", "red"));
    var columns =
        new Columns(
            List.of(new Column.Numeric("weight"), colour, new Column.Numeric("size")),
            MissingValues.MEAN,
            10);
    var raw = new float[ROWS * 3];
    for (int row = 0; row < ROWS; row++) {
      String[] cells = expected.inputs()[row];
      int index = colour.values().indexOf(cells[2]);
      raw[row * 3] = Float.parseFloat(cells[1]);
      raw[row * 3 + 1] = index < 0 ? Float.NaN : index;
      raw[row * 3 + 2] = Float.parseFloat(cells[0]);
    }
    Examples examples = Examples.of(new int[] {3}, raw, new int[ROWS]);
    var file = ModelFile.onnx(file("columns.onnx"), ModelInput.FOUND, ModelOutput.FOUND);
    try (var model = new OpenModel(file, FRUIT)) {
      assertThat(ModelInputs.areColumns(model.description().inputs(), columns)).isTrue();
      RowInputs inputs = ModelInputs.columns(model, columns, Examples::values).of(examples);
      assertThat(inputs.fixedBatch()).isEqualTo(OptionalInt.empty());
      assertThat(model.scores(inputs, ROWS)).containsExactly(expected.scores(), within(1e-5f));
      var fewer = new Columns(List.of(colour), MissingValues.MEAN, 10);
      assertThatThrownBy(() -> ModelInputs.columns(model, fewer, Examples::values).of(examples))
          .isInstanceOf(LimbeckException.class)
          .hasMessageContaining("its input 'size' (float [-1, 1]) has no column of that name")
          .hasMessageContaining("the columns are colour");
    }
    assertThatThrownBy(() -> OnnxScores.of(file("columns.onnx"), examples, FRUIT))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("expected one input, found 'size'")
        .hasMessageContaining("a table whose columns are its inputs");
  }

  @Test
  void of_imagesOfAnotherSize_areRefusedWithAdvice() {
    var images =
        new Examples(
            new int[] {3, 4, 4}, ByteValuesOf.rows(ByteStore.of(new byte[96], 48), 2), new int[2]);
    assertThatThrownBy(() -> OnnxScores.of(file("torch-legacy.onnx"), images, NUMBERS))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("'image' (float [-1, 3, 8, 8]), an example has shape [3, 4, 4]")
        .hasMessageContaining("resize the images in the source");
  }

  /** A logistic regression of Tribuo on digits (bench/fixtures/TribuoDigits.java). */
  @Test
  void open_tribuo_isATeacherOfDigits() throws IOException {
    List<String> lines = Files.readAllLines(file("tribuo-digits.expected.csv"));
    Dataset digits = Datasets.build(DataPlan.of("digits", null), 0);
    var input =
        new ModelInput(
            Optional.empty(), Optional.empty(), OptionalDouble.of(1 / 16.0), List.of(), List.of());
    var source = new ForeignSource.OnnxModel(file("tribuo-digits.onnx"), input, ModelOutput.FOUND);
    int compared = 0;
    try (ForeignScores teacher = ForeignTeachers.open(source, digits)) {
      for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
        float[] logits = teacher.logits(split).orElseThrow();
        int[] rows = digits.indices(split);
        for (int i = 0; i < rows.length; i++) {
          int line = rows[i] - TRIBUO_ROWS + 1;
          if (line >= 1 && line < lines.size()) {
            String[] cells = lines.get(line).split(",", -1);
            for (int y = 0; y < 10; y++) {
              assertThat(Math.exp(logits[10 * i + y]))
                  .isCloseTo(Double.parseDouble(cells[64 + y]), within(1e-5));
            }
            compared++;
          }
        }
      }
      assertThat(teacher.notes()).noneMatch(note -> note.contains("another order"));
    }
    assertThat(compared).isEqualTo(ROWS);
  }
}
