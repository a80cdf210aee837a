package org.limbeck.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.data.Split;
import org.limbeck.nn.Compute;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.StateDict;
import org.limbeck.objective.Balanced;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Multipliers;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Standard;
import org.limbeck.train.engine.LibTorchEngine;

class TrainerTest {
  private static final TrainOptions SHORT = Tasks.options(4, OptimiserOptions.Kind.SGD, 0.05);

  /** Keeps the newest checkpoint in memory. */
  private static final class Remembered implements CheckpointStore {
    private Optional<Checkpoint> saved = Optional.empty();

    @Override
    public boolean due(boolean epochEnded, double secondsSinceLast) {
      return epochEnded;
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

  @Test
  void fit_averagedIterates_resumesBitIdenticalAndDiffersFromTheLast() {
    TrainOptions last = Tasks.options(10, OptimiserOptions.Kind.SGD, 0.05);
    var averaged = last.toBuilder().iterate(TrainOptions.Iterate.AVERAGE).build();
    TrainedModel whole =
        new Trainer(LibTorchEngine::open)
            .fit(Tasks.teacher("mlp 16", new Standard(), averaged, null));
    var store = new Remembered();
    TrainingTask task = Tasks.teacher("mlp 16", new Standard(), averaged, store);
    var stopped =
        new Trainer(
            LibTorchEngine::open,
            TrainingListener.NONE,
            () -> done(store) >= 9,
            Compute.ONE_THREAD);
    assertThatThrownBy(() -> stopped.fit(task)).isInstanceOf(TrainingStoppedException.class);
    TrainedModel resumed = new Trainer(LibTorchEngine::open).fit(task);
    assertThat(resumed.last().state()).isEqualTo(whole.last().state());
    TrainedModel plain =
        new Trainer(LibTorchEngine::open).fit(Tasks.teacher("mlp 16", new Standard(), last, null));
    assertThat(whole.delivered(averaged).state()).isNotEqualTo(plain.last().state());
    assertThat(whole.history().get(8).validation()).isNotNull();
  }

  @Test
  void meanState_iterates_isTheirMeanWithTheGeometricMeanOfTheCosts() {
    var first = new StateDict(Map.of("w", new float[] {1, 0}));
    MeanState mean = MeanState.of(first, new double[] {1, 8});
    for (float next : new float[] {2, 6}) {
      var state = new StateDict(Map.of("w", new float[] {next, -next}));
      mean = mean.with(state, new double[] {next == 2 ? 2 : 4, 1});
    }
    assertThat(mean.costs()).containsExactly(new double[] {2, 2}, within(1e-12));
    assertThat(mean.count()).isEqualTo(3);
    assertThat(mean.state().get("w")).containsExactly(new float[] {3, -8 / 3f}, within(1e-6f));
  }

  @Test
  void task_unresolvedPrecision_isRefused() {
    var options = SHORT.toBuilder().precision(Precision.AUTO).build();
    assertThatThrownBy(() -> Tasks.teacher("mlp 8", new Standard(), options, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("precision");
  }

  @ParameterizedTest
  @CsvSource({
    "mlp 32-16, SGD, 0.05, 0",
    "mlp 32-16, SGD, 0.05, 2",
    "mlp 32, ADAMW, 0.005, 0",
    "convnet 4-8, SGD, 0.05, 0"
  })
  void fit_stoppedAndResumed_endsBitIdentical(
      String network, OptimiserOptions.Kind kind, double rate, double smoothing) {
    TrainOptions options = Tasks.options(6, kind, rate);
    var robust =
        new Robust(0.5, Robust.Anchor.BALANCED, MultiplierOptions.DEFAULT.smoothed(smoothing));
    TrainedModel whole =
        new Trainer(LibTorchEngine::open).fit(Tasks.teacher(network, robust, options, null));

    var store = new Remembered();
    TrainingTask task = Tasks.teacher(network, robust, options, store);
    for (int stopAfter = 2; stopAfter <= 4; stopAfter += 2) {
      int epochs = stopAfter;
      var stopped =
          new Trainer(
              LibTorchEngine::open,
              TrainingListener.NONE,
              () -> done(store) >= epochs - 1,
              Compute.ONE_THREAD);
      assertThatThrownBy(() -> stopped.fit(task)).isInstanceOf(TrainingStoppedException.class);
    }
    TrainedModel resumed = new Trainer(LibTorchEngine::open).fit(task);

    assertThat(resumed.last().state()).isEqualTo(whole.last().state());
    assertThat(resumed.best().state()).isEqualTo(whole.best().state());
    assertThat(resumed.last().logMultipliers()).containsExactly(whole.last().logMultipliers());
    assertThat(resumed.history()).hasSize(6);
    for (int epoch = 0; epoch < 6; epoch++) {
      assertThat(resumed.history().get(epoch).trainLoss())
          .isEqualTo(whole.history().get(epoch).trainLoss());
    }
  }

  private static int done(Remembered store) {
    return store.load().map(checkpoint -> checkpoint.history().size()).orElse(0);
  }

  @Test
  void fit_twice_isBitIdentical() {
    TrainingTask task = Tasks.teacher("mlp 16", new Standard(), SHORT, null);
    assertThat(new Trainer(LibTorchEngine::open).fit(task).last().state())
        .isEqualTo(new Trainer(LibTorchEngine::open).fit(task).last().state());
  }

  @Test
  void fit_alphaZero_equalsBalancedBitForBit() {
    TrainedModel balanced =
        new Trainer(LibTorchEngine::open).fit(Tasks.teacher("mlp 16", new Balanced(), SHORT, null));
    TrainedModel robust =
        new Trainer(LibTorchEngine::open).fit(Tasks.teacher("mlp 16", new Robust(0), SHORT, null));
    assertThat(robust.last().state()).isEqualTo(balanced.last().state());
    assertThat(robust.last().costs()).containsExactly(balanced.last().costs());
  }

  @Test
  void fit_moreFrequentValidation_leavesTheTrainingStreamAlone() {
    // With alpha = 0 multipliers have no effect on the costs: only validation passes differ.
    var often = MultiplierOptions.builder().updateEvery(1).build();
    var robust = new Robust(0, Robust.Anchor.BALANCED, often);
    assertThat(
            new Trainer(LibTorchEngine::open)
                .fit(Tasks.teacher("convnet 4", robust, SHORT, null))
                .last()
                .state())
        .isEqualTo(
            new Trainer(LibTorchEngine::open)
                .fit(Tasks.teacher("convnet 4", new Balanced(), SHORT, null))
                .last()
                .state());
  }

  @Test
  void fit_balanced_raisesTheTailAgainstStandard() {
    TrainOptions options = Tasks.options(15, OptimiserOptions.Kind.SGD, 0.05);
    TrainedModel standard =
        new Trainer(LibTorchEngine::open)
            .fit(Tasks.teacher("mlp 32", new Standard(), options, null));
    TrainedModel balanced =
        new Trainer(LibTorchEngine::open)
            .fit(Tasks.teacher("mlp 32", new Balanced(), options, null));
    assertThat(tailError(balanced)).isLessThan(tailError(standard) - 0.1);
  }

  private static double tailError(TrainedModel model) {
    double[] errors =
        Objects.requireNonNull(model.history().get(model.history().size() - 1).validation())
            .classErrors();
    return errors[8] + errors[9];
  }

  @Test
  void fit_robust_movesMultipliersToTheWorstClasses() {
    TrainedModel model =
        new Trainer(LibTorchEngine::open)
            .fit(Tasks.teacher("mlp 16", new Robust(0.5), SHORT, null));
    double[] lambda = model.history().get(3).multipliers();
    assertThat(lambda[9]).isGreaterThan(lambda[0]);
    assertThat(model.history().get(0).multipliers()).containsOnly(lambda(10));
    double costRatio = model.last().costs()[9] / model.last().costs()[0];
    double balancedRatio = 282 / 5.0;
    assertThat(costRatio).isGreaterThan(balancedRatio);
  }

  private static double lambda(int classes) {
    return Multipliers.uniform(classes).values(0)[0];
  }

  @Test
  void fit_divergence_stopsWithAdvice() {
    TrainOptions wild = Tasks.options(5, OptimiserOptions.Kind.SGD, 1e6);
    assertThatThrownBy(
            () ->
                new Trainer(LibTorchEngine::open)
                    .fit(Tasks.teacher("mlp 16", new Standard(), wild, null)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("the loss is not finite in epoch")
        .hasMessageContaining("use a smaller train.learningRate");
  }

  @Test
  void fit_listener_hearsEveryEventInOrder() {
    List<String> events = new ArrayList<>();
    var listener =
        new TrainingListener() {
          @Override
          public void onBegin(double done, int epochs) {
            events.add("begin " + done + "/" + epochs);
          }

          @Override
          public void onEpoch(EpochRecord epoch, int epochs) {
            events.add("epoch " + epoch.epoch());
          }

          @Override
          public void onCheckpoint(int epoch) {
            events.add("checkpoint " + epoch);
          }

          @Override
          public void onEnd(TrainedModel model) {
            events.add("end");
          }
        };
    TrainOptions two = Tasks.options(2, OptimiserOptions.Kind.SGD, 0.05);
    new Trainer(LibTorchEngine::open, listener, () -> false, Compute.ONE_THREAD)
        .fit(Tasks.teacher("mlp 4", new Standard(), two, new Remembered()));
    assertThat(events).containsExactly("begin 0.0/2", "epoch 1", "checkpoint 1", "epoch 2", "end");
  }

  @Test
  void fit_best_isTheEpochWithTheLowestObjective() {
    TrainedModel model =
        new Trainer(LibTorchEngine::open).fit(Tasks.teacher("mlp 8", new Robust(0.5), SHORT, null));
    double lowest =
        model.history().stream()
            .map(EpochRecord::validation)
            .filter(Objects::nonNull)
            .mapToDouble(EpochRecord.Measured::objective)
            .min()
            .orElseThrow();
    assertThat(model.best().validationObjective()).isEqualTo(lowest);
    assertThat(model.last().epoch()).isEqualTo(4);
  }

  @Test
  void costs_raisedForOneClass_raiseItsRecall() {
    TrainOptions options = Tasks.options(10, OptimiserOptions.Kind.SGD, 0.05);
    double before = recallOfNine(options, new Standard());
    double after = recallOfNine(options, favourWorst());
    assertThat(after).isGreaterThan(before + 0.1);
  }

  /** All weight but a floor soon sits on the worst classes: the tail. */
  private static Robust favourWorst() {
    return new Robust(
        1,
        Robust.Anchor.BALANCED,
        MultiplierOptions.builder().gamma(2).updateEvery(1).floor(0.3).build());
  }

  private static double recallOfNine(TrainOptions options, Objective objective) {
    TrainedModel model =
        new Trainer(LibTorchEngine::open).fit(Tasks.teacher("mlp 32", objective, options, null));
    Predictions predictions =
        Evaluation.of(model.network(), model.last().state(), Tasks.DIGITS, Split.VALIDATION);
    int hits = 0;
    int count = 0;
    for (int i = 0; i < predictions.labels().length; i++) {
      if (predictions.labels()[i] == 9) {
        count++;
        hits += predictions.predicted()[i] == 9 ? 1 : 0;
      }
    }
    return (double) hits / count;
  }

  @Test
  void fit_loneLastExample_leavesTheRunningVarianceFinite() {
    TrainOptions usual = Tasks.options(2, OptimiserOptions.Kind.SGD, 0.01);
    int lone = Tasks.DIGITS.train().size() - 1;
    TrainOptions options = usual.toBuilder().epochs(2).batchSize(lone).build();
    TrainedModel model =
        new Trainer(LibTorchEngine::open)
            .fit(Tasks.teacher("convnet 4-4-4-4", new Standard(), options, null));
    assertThat(model.last().state().get("norm3.variance")).doesNotContain(Float.NaN);
  }

  @Test
  void fit_divergenceSeenOnValidation_stopsWithAdvice() {
    TrainOptions wild = Tasks.options(5, OptimiserOptions.Kind.SGD, 1e6);
    MultiplierOptions options =
        MultiplierOptions.builder()
            .gamma(0.1)
            .updateEvery(1)
            .measure(MultiplierOptions.Measure.CROSS_ENTROPY)
            .build();
    var robust = new Robust(1, Robust.Anchor.BALANCED, options);
    assertThatThrownBy(
            () ->
                new Trainer(LibTorchEngine::open).fit(Tasks.teacher("mlp 16", robust, wild, null)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("training has diverged");
  }

  @Test
  void fit_multiplierThatVanishes_keepsEveryCostPositive() {
    var options =
        MultiplierOptions.builder()
            .gamma(3000)
            .updateEvery(1)
            .memory(MultiplierOptions.Memory.MEMORYLESS)
            .build();
    TrainOptions calm = Tasks.options(1, OptimiserOptions.Kind.SGD, 1e-5);
    var robust = new Robust(1, Robust.Anchor.BALANCED, options);
    TrainedModel model =
        new Trainer(LibTorchEngine::open).fit(Tasks.teacher("mlp 16", robust, calm, null));
    assertThat(model.last().costs()).doesNotContain(0.0);
  }
}
