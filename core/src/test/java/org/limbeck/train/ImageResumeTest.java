package org.limbeck.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.data.Examples;
import org.limbeck.data.NamedRandom;
import org.limbeck.data.Views;
import org.limbeck.nn.Compute;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Schedule;
import org.limbeck.nn.StateDict;
import org.limbeck.objective.Anchor;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Measure;
import org.limbeck.objective.Memory;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Robust;
import org.limbeck.objective.ValidationLabels;
import org.limbeck.teacher.NetworkScorer;
import org.limbeck.teacher.ScoreCache;
import org.limbeck.teacher.ScoreCacheKey;
import org.limbeck.teacher.ScoreCalibration;

/** A student of cached scores, stopped in the middle of epochs. */
class ImageResumeTest {
  private static final Examples TRAIN = Images.of(150, 1);
  private static final Examples VALIDATION = Images.of(60, 2);
  private static final Views VIEWS = new Views(1, Views.Flip.ALTERNATING, 0);
  private static final NetworkDescription TEACHER = Images.network("resnet8 x0.5", TRAIN);
  private static final NetworkDescription STUDENT = Images.network("resnet8 x0.25", TRAIN);

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
    TrainedModel whole = fit(precision, folder.resolve("whole"), null, Integer.MAX_VALUE);
    var store = new EveryStep();
    for (int steps : new int[] {3, 1, 7}) {
      assertThatThrownBy(() -> fit(precision, folder.resolve("parts"), store, steps))
          .isInstanceOf(TrainingStoppedException.class);
    }
    assertThat(store.load().orElseThrow().steps()).isEqualTo(11);
    TrainedModel resumed = fit(precision, folder.resolve("parts"), store, Integer.MAX_VALUE);

    assertThat(resumed.last().state()).isEqualTo(whole.last().state());
    assertThat(resumed.best().state()).isEqualTo(whole.best().state());
    assertThat(resumed.last().logMultipliers()).containsExactly(whole.last().logMultipliers());
    assertThat(resumed.last().costs()).containsExactly(whole.last().costs());
    assertThat(resumed.history()).hasSameSizeAs(whole.history());
    for (int epoch = 0; epoch < whole.history().size(); epoch++) {
      assertThat(resumed.history().get(epoch).trainLoss())
          .isEqualTo(whole.history().get(epoch).trainLoss());
      assertThat(resumed.history().get(epoch).multipliers())
          .containsExactly(whole.history().get(epoch).multipliers());
    }
    // The multipliers did move, so the robust path was taken.
    assertThat(whole.last().logMultipliers()[0]).isNotEqualTo(whole.last().logMultipliers()[1]);
  }

  private static TrainedModel fit(
      Precision precision,
      Path scores,
      @org.jspecify.annotations.Nullable CheckpointStore store,
      int stopAfter) {
    StateDict teacher = StateDict.initial(TEACHER.entries(), new NamedRandom(5, "teacher"));
    var key = ScoreCacheKey.of("teacher", "data", VIEWS, precision, TRAIN.size(), Images.CLASSES);
    try (var cache = new ScoreCache(scores, key);
        var scorer = new NetworkScorer(TEACHER, teacher, precision, TRAIN, VIEWS)) {
      float[] logits = scorer.logits(indices(), identities());
      LabelWeights base = ScoreCalibration.raw(Images.CLASSES).labelWeights(logits);
      var targets = new TeacherTargets(base, ScoreCalibration.raw(Images.CLASSES), cache, scorer);
      var steps = new AtomicInteger();
      return new Trainer(
              TrainingListener.NONE, () -> steps.incrementAndGet() >= stopAfter, Compute.ONE_THREAD)
          .fit(task(precision, targets, store));
    }
  }

  private static int[] indices() {
    return java.util.stream.IntStream.range(0, TRAIN.size()).toArray();
  }

  private static int[] identities() {
    var views = new int[TRAIN.size()];
    java.util.Arrays.fill(views, VIEWS.identity());
    return views;
  }

  private static TrainingTask task(
      Precision precision,
      Targets targets,
      @org.jspecify.annotations.Nullable CheckpointStore store) {
    var multipliers =
        new MultiplierOptions(
            0.5, 2, Measure.ZERO_ONE, ValidationLabels.ONE_HOT, Memory.ACCUMULATE, 0, 12);
    var options =
        new TrainOptions(
            4,
            32,
            new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.05, 0.9, 5e-4),
            new Schedule(Schedule.Kind.COSINE, 0.5, List.of(), 0.1),
            TrainOptions.Iterate.LAST,
            VIEWS,
            precision,
            2);
    return new TrainingTask(
        STUDENT,
        List.of("a", "b", "c"),
        TRAIN,
        targets,
        VALIDATION,
        LabelWeights.oneHot(VALIDATION.labels(), Images.CLASSES),
        new Robust(0.5, Anchor.BALANCED, multipliers),
        options,
        3,
        "student",
        store);
  }
}
