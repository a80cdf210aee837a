package org.limbeck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in examples/metrics does what its Javadoc says. */
class EvaluateCsvTest {
  @Test
  void main_predictions_printsAccuracyAndTheWorstClass(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("p.csv"), "label,prediction\n0,0\n1,1\n1,0\n1,1\n");
    PrintStream before = System.out;
    var out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      EvaluateCsv.main(file.toString());
    } finally {
      System.setOut(before);
    }
    // Class 0 has one example, so its bound is 0.05; class 1 has two hits of three.
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("accuracy 0.7500", "class 1: 0.6667", "at least 0.0500 (95 %)");
  }
}
