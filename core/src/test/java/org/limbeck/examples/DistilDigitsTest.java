package org.limbeck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.Interval;

/** The program in examples/java does what its Javadoc says. */
class DistilDigitsTest {
  @Test
  void run_digits_shipsAStudentWithABetterWorstClass(@TempDir Path folder) {
    Leaderboard.Row row = DistilDigits.run(folder.resolve("study")).orElseThrow();
    Interval difference = row.difference();
    assertThat(difference).isNotNull();
    assertThat(difference.mean()).isGreaterThan(0.15);
    assertThat(row.of(SplitMetric.ACCURACY).mean()).isGreaterThan(0.8);
    assertThat(folder.resolve("study/student.onnx")).isNotEmptyFile();
    assertThat(folder.resolve("study/report.html")).isNotEmptyFile();
  }
}
