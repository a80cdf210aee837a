package org.limbeck.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.nn.Precision;

/** A student of cached scores, stopped in the middle of epochs. */
class ImageResumeTest {
  @TempDir private Path folder;

  /** Remembers the newest checkpoint, asked for after every step. */
  private static final class EveryStep implements CheckpointStore {
    private Optional<Checkpoint> saved = Optional.empty();

    @Override
    public boolean due(boolean epochEnded, double secondsSinceLast) {
      return true;
    }

    @Override
    public void save(Checkpoint checkpoint) {
      saved = Optional.of(checkpoint);
    }

    @Override
    public Optional<Checkpoint> load() {
      return saved;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FP32", "BF16"})
  void fit_stoppedWithinEpochs_endsBitIdentical(Precision precision) {
    int all = Integer.MAX_VALUE;
    TrainedModel whole = ImageStudent.fit(4, precision, folder.resolve("whole"), null, all);
    Path parts = folder.resolve("parts");
    var store = new EveryStep();
    for (int steps : new int[] {3, 1, 7}) {
      assertThatThrownBy(() -> ImageStudent.fit(4, precision, parts, store, steps))
          .isInstanceOf(TrainingStoppedException.class);
    }
    assertThat(store.load().orElseThrow().steps()).isEqualTo(11);
    TrainedModel resumed = ImageStudent.fit(4, precision, parts, store, all);

    SameTraining.assertSame(resumed, whole);
    // The multipliers did move, so the robust path was taken.
    assertThat(whole.last().logMultipliers()[0]).isNotEqualTo(whole.last().logMultipliers()[1]);
  }
}
