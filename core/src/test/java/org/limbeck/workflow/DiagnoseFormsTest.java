package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.base.SafeTensors;
import org.limbeck.calibration.Softmax;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.TableRequest;

/** The same scores in every form in which they can be given have one diagnosis. */
class DiagnoseFormsTest {
  private static final int EXAMPLES = 300;
  private static final int CLASSES = 4;
  private static final List<Double> COSTS = List.of(1.0, 4.0, 0.5, 2.0);

  @TempDir private Path folder = Path.of("");
  private final float[] logits = new float[EXAMPLES * CLASSES];
  private final int[] labels = new int[EXAMPLES];

  DiagnoseFormsTest() {
    var random = new Random(3);
    for (int i = 0; i < EXAMPLES; i++) {
      labels[i] = Math.min(random.nextInt(CLASSES), random.nextInt(CLASSES));
      for (int y = 0; y < CLASSES; y++) {
        double z = 2 * random.nextGaussian() + Math.log(COSTS.get(y)) + (y == labels[i] ? 1.5 : 0);
        logits[i * CLASSES + y] = (float) z;
      }
    }
  }

  private double[] row(int i) {
    var row = new double[CLASSES];
    for (int y = 0; y < CLASSES; y++) {
      row[y] = logits[i * CLASSES + y];
    }
    return row;
  }

  /** A CSV file of the rows, each changed. */
  private TeacherDiagnosis csv(String letter, UnaryOperator<double[]> change) throws IOException {
    var text = new StringBuilder("label");
    for (int y = 0; y < CLASSES; y++) {
      text.append(',').append(letter).append(y);
    }
    for (int i = 0; i < EXAMPLES; i++) {
      text.append('\n').append(labels[i]);
      for (double value : change.apply(row(i))) {
        text.append(',').append(value);
      }
    }
    Path file = Files.writeString(folder.resolve("scores.csv"), text.append('\n'));
    return diagnosis(ScoreTable.read(file, TableRequest.SCORES), COSTS);
  }

  private static TeacherDiagnosis diagnosis(ScoreTable table, List<Double> costs) {
    var options =
        new Diagnose.Options(
            Optional.of(costs), Optional.empty(), Optional.empty(), Optional.empty());
    return Diagnose.table(table, options).diagnosis();
  }

  private ScoreTable safetensors() throws IOException {
    var values = new float[EXAMPLES];
    for (int i = 0; i < EXAMPLES; i++) {
      values[i] = labels[i];
    }
    var tensors =
        Map.of(
            "logits", new SafeTensors.Tensor(List.of(EXAMPLES, CLASSES), logits),
            "labels", new SafeTensors.Tensor(List.of(EXAMPLES), values));
    byte[] bytes = new SafeTensors(tensors, Map.of()).toBytes();
    Path file = Files.write(folder.resolve("scores.safetensors"), bytes);
    return ScoreTable.read(file, TableRequest.SCORES);
  }

  private static void assertSame(TeacherDiagnosis found, TeacherDiagnosis expected) {
    Comparator<Double> close = (a, b) -> Math.abs(a - b) <= 1e-9 ? 0 : Double.compare(a, b);
    assertThat(found)
        .usingRecursiveComparison()
        .withComparatorForType(Comparator.nullsFirst(close), Double.class)
        .isEqualTo(expected);
  }

  @Test
  void table_logitsWithAConstantInEachRow_areDiagnosedAsWithout() throws IOException {
    TeacherDiagnosis expected = csv("z", row -> row);
    var random = new Random(5);
    assertSame(csv("z", row -> plus(row, 1000 * random.nextDouble())), expected);
    assertSame(csv("z", row -> plus(row, -300 * random.nextDouble())), expected);
  }

  private static double[] plus(double[] row, double constant) {
    var sums = new double[row.length];
    for (int y = 0; y < row.length; y++) {
      sums[y] = row[y] + constant;
    }
    return sums;
  }

  @Test
  void table_probabilities_areDiagnosedAsTheirLogits() throws IOException {
    assertSame(csv("p", row -> Softmax.rows(row, CLASSES)), csv("z", row -> row));
  }

  @Test
  void table_safetensors_areDiagnosedAsCsv() throws IOException {
    assertSame(diagnosis(safetensors(), COSTS), csv("z", row -> row));
  }

  @Test
  void table_costsTimesAFactor_areDiagnosedAsWithout() throws IOException {
    List<Double> tenfold = COSTS.stream().map(cost -> 10 * cost).toList();
    assertSame(diagnosis(safetensors(), tenfold), diagnosis(safetensors(), COSTS));
  }
}
