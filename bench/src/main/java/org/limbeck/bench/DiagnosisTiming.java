package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.limbeck.base.SafeTensors;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.TableRequest;
import org.limbeck.workflow.Diagnose;

/**
 * Times the diagnosis of a large table of scores: {@code DiagnosisTiming FILE.safetensors EXAMPLES
 * CLASSES}. The table is made, with a label that often wins, if it is not there; {@code limbeck
 * diagnose FILE.safetensors} then reads the same.
 */
public final class DiagnosisTiming {
  private static final int ROUNDS = 3;

  private DiagnosisTiming() {}

  /** Prints the seconds of reading and of diagnosing, and the memory in use after each round. */
  public static void main(String... arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    if (!Files.exists(file)) {
      Files.write(file, table(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
    }
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      ScoreTable table = ScoreTable.read(file, TableRequest.SCORES);
      long read = System.nanoTime();
      Diagnose.table(table, Diagnose.Options.NONE);
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "read %.2f s, diagnosed %.2f s, %d MB in use%n",
          (read - start) / 1e9,
          (System.nanoTime() - read) / 1e9,
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
  }

  private static byte[] table(int examples, int classes) {
    var random = new SplittableRandom(1);
    var logits = new float[Math.multiplyExact(examples, classes)];
    var labels = new float[examples];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (2.5 * (random.nextDouble() + random.nextDouble() - 1));
    }
    for (int i = 0; i < examples; i++) {
      labels[i] = i % classes;
      logits[i * classes + i % classes] += (float) (2 + 3 * random.nextDouble());
    }
    return new SafeTensors(
            Map.of(
                "logits", new SafeTensors.Tensor(List.of(examples, classes), logits),
                "labels", new SafeTensors.Tensor(List.of(examples), labels)),
            Map.of())
        .toBytes();
  }
}
