package org.limbeck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.Golden;
import org.limbeck.nn.Precision;
import org.limbeck.nn.StateDict;
import org.limbeck.train.Checkpoint;
import org.limbeck.train.EpochRecord;
import org.limbeck.train.ImageStudent;
import org.limbeck.train.MeanState;
import org.limbeck.train.SameTraining;
import org.limbeck.train.Snapshot;
import org.limbeck.train.TrainedModel;
import org.limbeck.train.TrainingStoppedException;

class FileCheckpointStoreTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("checkpoint.safetensors");
  }

  private static Checkpoint checkpoint(int weights) {
    var network = new StateDict(Map.of("a.weight", new float[weights]));
    var optimiser = new StateDict(Map.of("velocity", new float[] {1e-30f, -0f}));
    var best = new Snapshot(1, 1 / 3.0, network, new double[] {0.1}, new double[] {-2});
    return new Checkpoint(
        network,
        optimiser,
        new double[] {-1 / 3.0},
        new double[] {1e-300},
        17,
        0.1f,
        2.5,
        best,
        new MeanState(network, new double[] {-1 / 7.0}, 3),
        List.of(new EpochRecord(1, 0.1, 2 / 3.0, null, new double[] {1}, 3)));
  }

  /** The store is a new one each time, as after the death of a process. */
  @ParameterizedTest
  @EnumSource(names = {"FP32", "BF16"})
  void fit_imageStudentStoppedWithinEpochs_endsBitIdentical(Precision precision) {
    int all = Integer.MAX_VALUE;
    TrainedModel whole = ImageStudent.fit(4, precision, folder.resolve("whole"), null, all);
    Path parts = folder.resolve("parts");
    long done = 0;
    for (int steps : new int[] {3, 1, 7}) {
      assertThatThrownBy(
              () ->
                  ImageStudent.fit(4, precision, parts, new FileCheckpointStore(file(), 20), steps))
          .isInstanceOf(TrainingStoppedException.class);
      done += steps;
      Checkpoint saved = new FileCheckpointStore(file(), 20).load().orElseThrow();
      assertThat(saved.steps()).isEqualTo(done);
      assertThat(saved.steps() % ImageStudent.STEPS).isNotZero();
    }
    SameTraining.assertSame(
        ImageStudent.fit(4, precision, parts, new FileCheckpointStore(file(), 20), all), whole);
  }

  @Test
  void load_whatWasSaved_isTheSameBits() {
    Checkpoint saved = checkpoint(3);
    new FileCheckpointStore(file(), 0).save(saved);
    Checkpoint read = new FileCheckpointStore(file(), 0).load().orElseThrow();
    assertThat(read).usingRecursiveComparison().isEqualTo(saved);
  }

  /** A run that an earlier version left unfinished resumes from its checkpoint. */
  @Test
  void save_checkpoint_isAsInEarlierVersions() throws IOException {
    new FileCheckpointStore(file(), 0).save(checkpoint(3));
    Golden.check("checkpoint.safetensors", Files.readAllBytes(file()));
    Files.write(file(), Golden.read("checkpoint.safetensors"));
    assertThat(new FileCheckpointStore(file(), 0).load()).isPresent();
  }

  @Test
  void load_anyByteChangedOrLost_isNoneOrThatVeryCheckpoint() throws IOException {
    Checkpoint saved = checkpoint(3);
    new FileCheckpointStore(file(), 0).save(saved);
    byte[] whole = Files.readAllBytes(file());
    int survived = 0;
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 4;
      Files.write(file(), damaged);
      Optional<Checkpoint> read = new FileCheckpointStore(file(), 0).load();
      survived += read.isPresent() ? 1 : 0;
      read.ifPresent(found -> assertThat(found).usingRecursiveComparison().isEqualTo(saved));
    }
    // What fills the header up to a multiple of 8 says nothing.
    assertThat(survived).isLessThan(8);
    for (int size = 0; size < whole.length; size += 13) {
      Files.write(file(), Arrays.copyOf(whole, size));
      assertThat(new FileCheckpointStore(file(), 0).load()).as("%d bytes", size).isEmpty();
    }
    Files.write(file(), whole);
    assertThat(new FileCheckpointStore(file(), 0).load()).isPresent();
  }

  @Test
  void due_everyTwentySeconds_isWithinEpochsToo() {
    var store = new FileCheckpointStore(file(), 20);
    assertThat(store.due(true, 19.9)).isFalse();
    assertThat(store.due(false, 20)).isTrue();
  }

  @Test
  void due_noSeconds_isAfterEachEpoch() {
    var store = new FileCheckpointStore(file(), 0);
    assertThat(store.due(true, 0)).isTrue();
    assertThat(store.due(false, 1e9)).isFalse();
  }

  @Test
  void due_slowSaving_leavesMoreTimeBetween() {
    var store = new FileCheckpointStore(file(), 1e-6);
    assertThat(store.due(false, 1e-3)).isTrue();
    long start = System.nanoTime();
    store.save(checkpoint(2_000_000));
    double seconds = (System.nanoTime() - start) / 1e9;
    // 16 MB are hashed and written: a few milliseconds at the very least, at most 1 % of the run.
    assertThat(store.due(false, 0.1)).isFalse();
    assertThat(store.due(false, 100 * seconds)).isTrue();
  }
}
