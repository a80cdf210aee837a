package org.limbeck.teacher.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.Split;
import org.limbeck.data.ValidationFrom;
import org.limbeck.data.csv.CsvSource;
import org.limbeck.teacher.foreign.ForeignSource.ScoreFiles;

/** Data of three classes, and files of a good teacher's scores of its rows. */
abstract class ScoreFilesFixture {
  static final List<String> CLASSES = List.of("ant", "bee", "cat");
  static final int ROWS = 120;
  static final int TEST_ROWS = 30;

  @TempDir Path folder = Path.of("");

  Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  static String label(int row) {
    return CLASSES.get(row % 3);
  }

  /** The logits of a row in the order of the data: right for all rows but every ninth. */
  static float logit(int row, int y) {
    int right = row % 9 == 0 ? (row + 1) % 3 : row % 3;
    return (y == right ? 3 : 0) + row / 1000f + y / 100f;
  }

  Dataset data(boolean test) throws IOException {
    return data(test, ValidationFrom.TRAIN);
  }

  Dataset data(boolean test, ValidationFrom from) throws IOException {
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

  static String rows(int from, int to) {
    var text = new StringBuilder("key,a,kind\n");
    for (int i = from; i < to; i++) {
      text.append("r").append(i).append(",").append(i).append(",").append(label(i)).append("\n");
    }
    return text.toString();
  }

  static float[] logits(int from, int to) {
    var logits = new float[(to - from) * 3];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = logit(from + i / 3, i % 3);
    }
    return logits;
  }

  Path npy(String name, String type, float[] values, int rows) throws IOException {
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

  Path train() throws IOException {
    return npy("train.npy", "<f4", logits(0, ROWS), ROWS);
  }

  static ScoreFiles byRow(Path train) {
    return new ScoreFiles(train, Optional.empty(), Optional.empty(), ModelOutput.FOUND);
  }

  static ScoreFiles byId(Path train) {
    return new ScoreFiles(train, Optional.empty(), Optional.of("key"), ModelOutput.FOUND);
  }

  static ForeignScores open(ForeignSource source, Dataset data) {
    return ForeignTeachers.open(source, data);
  }

  static void assertLogits(ForeignScores scores, Dataset data, Split split, int offset) {
    float[] found = scores.logits(split).orElseThrow();
    int[] rows = data.indices(split);
    assertThat(found).hasSize(rows.length * 3);
    for (int i = 0; i < found.length; i++) {
      // A constant in a row is free.
      double expected = logit(rows[i / 3] + offset, i % 3) - logit(rows[i / 3] + offset, 0);
      assertThat((double) found[i] - found[i / 3 * 3]).isCloseTo(expected, within(1e-5));
    }
  }

  String csv(boolean probabilities, List<Integer> order) {
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

  static List<Integer> shuffled(int rows) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    return order;
  }
}
