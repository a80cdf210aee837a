package org.limbeck.train.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.nn.Natives;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Standard;
import org.limbeck.train.StepEngine;
import org.limbeck.train.Targets;
import org.limbeck.train.TrainOptions;
import org.limbeck.train.TrainingTask;

class LibTorchEngineTest {
  private static final LabelWeights LABELS = LabelWeights.oneHot(new int[] {0, 1, 0, 1}, 2);

  private static TrainingTask task(Targets targets) {
    var examples =
        Examples.of(new int[] {2}, new float[] {1, 2, 3, 4, 5, 6, 7, 9}, new int[] {0, 1, 0, 1});
    TrainOptions options =
        TrainOptions.builder(
                1,
                2,
                new OptimiserOptions(OptimiserOptions.Kind.ADAMW, 0.1, 0.9, 0),
                new Schedule(Schedule.Kind.COSINE, 0, List.of(), 0.1))
            .iterate(TrainOptions.Iterate.LAST)
            .build();
    return new TrainingTask(
        NetworkDescription.of(
            NetworkSpec.parse("mlp 3"), new int[] {2}, 2, Normalisation.of(examples)),
        List.of("a", "b"),
        examples,
        targets,
        examples,
        LABELS,
        new Standard(),
        options,
        0,
        "test",
        null);
  }

  /** Fails when the batches are made, after the network and the optimiser. */
  private static final Targets BROKEN =
      new Targets() {
        @Override
        public LabelWeights base() {
          return LABELS;
        }

        @Override
        public void read(int example, int view, float[] into, int offset) {
          throw new IllegalStateException("no scores");
        }
      };

  @Test
  void open_batchesThatFail_releasesAllThatWasOpened() {
    Natives.load();
    LibTorchEngine.open(task(Targets.of(LABELS))).close();
    long before = Pointer.totalCount();
    try (StepEngine whole = LibTorchEngine.open(task(Targets.of(LABELS)))) {
      assertThat(Pointer.totalCount()).isGreaterThan(before);
      assertThat(whole.endEpoch()).isZero();
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
    assertThatThrownBy(() -> LibTorchEngine.open(task(BROKEN))).hasMessage("no scores");
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  @Test
  void restore_savedState_continuesWithTheSameBits() {
    TrainingTask task = task(Targets.of(LABELS));
    double[] costs = {1, 2};
    try (StepEngine one = LibTorchEngine.open(task);
        StepEngine other = LibTorchEngine.open(task)) {
      one.startEpoch(1, 0);
      one.step(0, 0.1, costs, false);
      other.restore(one.state());
      one.step(1, 0.1, costs, false);
      other.startEpoch(1, 1);
      other.step(1, 0.1, costs, false);
      assertThat(other.network()).isEqualTo(one.network());
      assertThat(other.logProbabilities(new int[] {2, 0}))
          .containsExactly(one.logProbabilities(new int[] {2, 0}));
      assertThat(other.endEpoch()).isEqualTo(one.endEpoch()).isPositive();
      assertThat(one.endEpoch()).isZero();
    }
  }
}
