package org.limbeck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.Split;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.train.Evaluation;
import org.limbeck.workflow.StudyWorkflow;

/** The program in examples/java predicts what the run recorded. */
class PredictRowsTest {
  private static final int ROWS = 60;

  @Test
  void predict_exportedStudent_namesTheRecordedClasses(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("table.csv"), table());
    StudyPlan plan =
        StudyYaml.parse(
            """
            name: one
            data: {source: csv, train: table.csv}
            seeds: [0]
            teacher: {network: mlp 8, objectives: [standard], train: {epochs: 5}}
            student: {network: mlp 8, objectives: [standard], train: {epochs: 20}}
            """,
            "one.yaml",
            folder);
    StudyWorkflow.Result result = StudyWorkflow.run(plan, folder.resolve("study"));
    Dataset data = Datasets.build(plan.data(), 0);
    var rows = new float[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      rows[i] = Evaluation.examples(data, Split.TEST).rows(i, 1);
    }
    List<String> predicted =
        PredictRows.predict(result.exported().orElseThrow(), rows).stream()
            .map(line -> line.split(" ", -1)[0])
            .toList();
    assertThat(predicted).isEqualTo(recorded(result, data)).contains("low", "high");
  }

  /** Three numbers and whether the first of them is above the second. */
  private static String table() {
    var random = new Random(1);
    var rows = new StringBuilder("a,b,c,class\n");
    for (int i = 0; i < ROWS * 4; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      rows.append(
          String.format(Locale.ROOT, "%.4f,%.4f,%.4f,%s%n", a, b, a * b, a > b ? "high" : "low"));
    }
    return rows.toString();
  }

  private static List<String> recorded(StudyWorkflow.Result result, Dataset data) throws Exception {
    String run = result.leaderboard().selected().orElseThrow().combination().runs().get(0).id();
    List<String> lines =
        Files.readAllLines(result.directory().resolve("runs/" + run + "/predictions.csv"));
    List<String> names = new ArrayList<>();
    for (String line : lines.subList(1, 1 + ROWS)) {
      String[] cells = line.split(",", -1);
      int best = 1;
      for (int y = 2; y < cells.length; y++) {
        best = Float.parseFloat(cells[y]) > Float.parseFloat(cells[best]) ? y : best;
      }
      names.add(data.classNames().get(best - 1));
    }
    return names;
  }
}
