package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.compare.Runs;
import org.limbeck.data.Normalisation;
import org.limbeck.nn.MemoryEstimate;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;

class MemoryCheckTest {
  private static final OptimiserOptions SGD =
      new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.1, 0.9, 0);

  private static long estimate(String network, int batch, Precision precision) {
    var plain = new Normalisation(new float[3], new float[] {1, 1, 1});
    var description =
        NetworkDescription.of(NetworkSpec.parse(network), new int[] {3, 32, 32}, 10, plain);
    return MemoryEstimate.ofTraining(description, batch, precision, SGD);
  }

  @Test
  void require_moreThanThereIs_namesKeyAndRemedy() {
    var runs = new StudyRuns(Runs.plan(1, 0L));
    assertThatThrownBy(
            () -> MemoryCheck.require(runs, Parallelism.of(2, 1), OptionalLong.of(300L << 20)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("teacher.train.batchSize: 64 examples a step with 'mlp 32', 2 runs")
        .hasMessageContaining("0.3 GiB is available")
        .hasMessageContaining("--parallel 1");
  }

  @Test
  void require_enoughOrUnknown_passes() {
    var runs = new StudyRuns(Runs.plan(1, 0L));
    assertThatCode(
            () -> {
              MemoryCheck.require(runs, Parallelism.of(2, 1), OptionalLong.of(1L << 30));
              MemoryCheck.require(runs, Parallelism.of(2, 1), OptionalLong.empty());
            })
        .doesNotThrowAnyException();
  }

  @Test
  void estimate_growsWithBatchAndFormat() {
    long small = estimate("resnet32", 128, Precision.BF16);
    // 31 convolutions and norms keep 1.2 MB an example.
    assertThat(small).isBetween(150L << 20, 300L << 20);
    assertThat(estimate("resnet32", 128, Precision.FP32)).isGreaterThan(small * 18 / 10);
    assertThat(estimate("resnet32", 1280, Precision.BF16)).isGreaterThan(9 * small);
    assertThat(estimate("resnet50 x0.5", 1, Precision.FP32)).isPositive();
  }
}
