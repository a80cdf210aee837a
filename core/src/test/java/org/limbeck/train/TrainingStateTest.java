package org.limbeck.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Standard;
import org.limbeck.train.TrainOptions.Iterate;

/** The loop and its state against an engine without LibTorch. */
class TrainingStateTest {
  /** Nine of class 0, three of class 1: three batches of four. */
  private static final int[] LABELS = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1};

  private static TrainingTask task(Objective objective, int batchSize, Iterate iterate) {
    Examples examples = Examples.of(new int[] {2}, new float[24], LABELS);
    LabelWeights labels = LabelWeights.oneHot(LABELS, 2);
    TrainOptions options =
        TrainOptions.builder(
                2,
                batchSize,
                new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.1, 0, 0),
                new Schedule(Schedule.Kind.COSINE, 0, List.of(), 0.1))
            .iterate(iterate)
            .build();
    return new TrainingTask(
        NetworkDescription.of(
            NetworkSpec.parse("mlp 2"), new int[] {2}, 2, Normalisation.of(examples)),
        List.of("a", "b"),
        examples,
        Targets.of(labels),
        examples,
        labels,
        objective,
        options,
        0,
        "test",
        null);
  }

  private static RecordingEngine fit(TrainingTask task, double... batchSums) {
    var engine = new RecordingEngine(task, batchSums);
    new Trainer(opened -> engine).fit(task);
    return engine;
  }

  @Test
  void fit_standard_asksForStepsThenScoresAndCloses() {
    RecordingEngine engine = fit(task(new Standard(), 4, Iterate.LAST));
    assertThat(engine.calls)
        .containsExactly(
            "epoch 1 from 0",
            "step 0",
            "step 1",
            "step 2",
            "score 12",
            "epoch 2 from 0",
            "step 3",
            "step 4",
            "step 5",
            "score 12",
            "close");
    assertThat(engine.costs).allSatisfy(costs -> assertThat(costs).containsOnly(1.0));
  }

  @Test
  void fit_loneLastExample_joinsTheBatchBefore() {
    assertThat(task(new Standard(), 11, Iterate.LAST).stepsPerEpoch()).isEqualTo(1);
    assertThat(task(new Standard(), 5, Iterate.LAST).stepsPerEpoch()).isEqualTo(3);
    assertThat(task(new Standard(), 1, Iterate.LAST).stepsPerEpoch()).isEqualTo(12);
  }

  @Test
  void fit_averagedIterates_loadsTheirMeanBeforeTheLastScores() {
    RecordingEngine engine = fit(task(new Standard(), 12, Iterate.AVERAGE));
    assertThat(engine.calls)
        .containsExactly(
            "epoch 1 from 0",
            "step 0",
            "score 12",
            "epoch 2 from 0",
            "step 1",
            "load",
            "score 12",
            "close");
  }

  @Test
  void fit_riskOfBatches_movesTheCostsByTheRisksOfEachBatch() {
    var robust = new Robust(1, Robust.Anchor.BALANCED, MultiplierOptions.onBatches(2));
    RecordingEngine engine = fit(task(robust, 4, Iterate.LAST), 0.3, 0.5);
    assertThat(engine.calls).contains("measured step 0", "measured step 5");
    // V = sum / (4 pi): 0.1 and 0.5. Costs are lambda / pi, lambda_y proportional to exp(2 V_y).
    double odds = Math.exp(2 * (0.5 - 0.1));
    double lambda = odds / (1 + odds);
    assertThat(engine.costs.get(0)).containsExactly(new double[] {0.5 / 0.75, 2}, within(1e-12));
    assertThat(engine.costs.get(1))
        .containsExactly(new double[] {(1 - lambda) / 0.75, lambda / 0.25}, within(1e-12));
  }

  @Test
  void risks_ofABatch_areDividedByTheMassThatEachStratumIsExpectedToHave() {
    ClassPrior prior = ClassPrior.of(LabelWeights.oneHot(LABELS, 2), List.of("a", "b"));
    assertThat(new BatchLosses(new double[] {3, 0}, 4).risks(prior)).containsExactly(1, 0);
  }

  @Test
  void checkpoint_ofHalfAnEpoch_restoresToTheSameState() {
    TrainingTask task = task(new Robust(0.5), 4, Iterate.LAST);
    var state = new TrainingState(task);
    var engine = new RecordingEngine(task, new double[0]);
    var run = new TrainingRun(state, engine);
    for (int step = 0; step < 5; step++) {
      run.step();
    }
    var restored = new TrainingState(task);
    restored.restore(state.checkpoint(engine.state()));
    assertThat(restored.steps()).isEqualTo(5);
    assertThat(restored.epoch()).isEqualTo(2);
    assertThat(restored.stepOfEpoch()).isEqualTo(2);
    assertThat(restored.betweenEpochs()).isTrue();
    assertThat(restored.costs().ofStrata()).containsExactly(state.costs().ofStrata());
    assertThat(restored.costs().logMultipliers()).containsExactly(state.costs().logMultipliers());
    assertThat(restored.history()).isEqualTo(state.history());
  }

  @Test
  void model_beforeAnEpoch_isRefused() {
    var state = new TrainingState(task(new Standard(), 4, Iterate.LAST));
    assertThatThrownBy(state::model).isInstanceOf(IllegalStateException.class);
  }
}
