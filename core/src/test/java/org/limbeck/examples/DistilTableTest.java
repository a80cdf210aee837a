package org.limbeck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.workflow.StudyWorkflow;

class DistilTableTest {
  @Test
  void run_tableAndScores_exportsAStudent(@TempDir Path folder) throws IOException {
    var random = new Random(1);
    List<String> rows = new ArrayList<>(List.of("id,a,b,label"));
    List<String> scores = new ArrayList<>(List.of("id,gull,owl"));
    for (int i = 0; i < 200; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      rows.add(String.format(Locale.ROOT, "r%d,%.3f,%.3f,%s", i, a, b, a > b ? "gull" : "owl"));
      scores.add(1, String.format(Locale.ROOT, "r%d,%.3f,%.3f", i, 3 * (a - b), 0.0));
    }
    Path table = Files.write(folder.resolve("birds.csv"), rows);
    Path teacher = Files.write(folder.resolve("teacher.csv"), scores);
    StudyWorkflow.Result result = DistilTable.run(table, teacher, folder.resolve("study"));
    assertThat(result.exported().orElseThrow()).isNotEmptyFile();
    assertThat(result.leaderboard().rows())
        .extracting(row -> row.combination().label())
        .contains("teacher / robust(0.5)");
    assertThat(folder.resolve("study/study.yaml")).content().contains("# Trained elsewhere.");
  }
}
