package org.limbeck.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.objective.Robust;

class FlatMemoryTest {
  private static final long MIB = 1 << 20;

  @Test
  void fit_fiveThousandSteps_keepsResidentMemoryFlat() throws IOException {
    // 13 steps an epoch and two validation passes; without scopes this grows by over 2 GiB.
    train(80);
    long before = resident();
    train(390);
    assertThat(resident() - before).isLessThan(64 * MIB);
  }

  private static void train(int epochs) {
    TrainOptions options = Tasks.options(epochs, OptimiserOptions.Kind.SGD, 0.02);
    new Trainer().fit(Tasks.teacher("mlp 128", new Robust(0.5), options, null));
  }

  private static long resident() throws IOException {
    System.gc();
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }
}
