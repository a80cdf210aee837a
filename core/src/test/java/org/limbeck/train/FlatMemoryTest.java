package org.limbeck.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.objective.Robust;
import org.limbeck.train.engine.LibTorchEngine;

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

  @Test
  void fit_fiveHundredImageSteps_keepsResidentMemoryFlat(@TempDir Path scores) throws IOException {
    // Batches from another thread, a teacher in the loop, multipliers; bf16 has the most tensors.
    ImageStudent.fit(16, Precision.BF16, scores, null, Integer.MAX_VALUE);
    long before = resident();
    ImageStudent.fit(500 / ImageStudent.STEPS, Precision.BF16, scores, null, Integer.MAX_VALUE);
    // Within 5 MiB as measured; the activations of all steps take some hundreds.
    assertThat(resident() - before).isLessThan(32 * MIB);
  }

  private static void train(int epochs) {
    TrainOptions options = Tasks.options(epochs, OptimiserOptions.Kind.SGD, 0.02);
    new Trainer(LibTorchEngine::open).fit(Tasks.teacher("mlp 128", new Robust(0.5), options, null));
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
