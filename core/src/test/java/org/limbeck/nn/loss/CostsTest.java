package org.limbeck.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.LongTail;
import org.limbeck.metric.ArgMax;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.Network;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.Optimiser;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.input.Inputs;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Robust;

/** The sign of the costs: raising one multiplier raises that class's recall. */
class CostsTest {
  private static final int RAISED = 8;
  private static final Dataset DATA =
      Datasets.build(DataPlan.of("digits", new LongTail(50, LongTail.Order.LABEL)), 0);

  @Test
  void costs_oneMultiplierRaised_raisesThatClassesRecall() {
    double[] uniform = new double[10];
    java.util.Arrays.fill(uniform, 0.1);
    double[] raised = new double[10];
    java.util.Arrays.fill(raised, 0.05);
    raised[RAISED] = 0.55;
    assertThat(recall(raised)).isGreaterThan(recall(uniform) + 0.05);
  }

  private static double recall(double[] multipliers) {
    LabelWeights labels = LabelWeights.oneHot(DATA.train().labels(), 10);
    double[] costs = new Robust(1).costs(ClassPrior.of(labels, DATA.classNames()), multipliers);
    NetworkDescription description =
        NetworkDescription.of(NetworkSpec.parse("mlp 16"), DATA.shape(), 10, DATA.normalisation());
    try (var network =
            LayerNetwork.initialised(description, Precision.FP32, new NamedRandom(0, "costs"));
        var train = new Inputs(DATA.train(), DATA.normalisation());
        var validation = new Inputs(DATA.validation(), DATA.normalisation())) {
      descend(network, train, labels, costs);
      return recall(ArgMax.of(validation.logits(network), 10));
    }
  }

  private static void descend(Network network, Inputs train, LabelWeights labels, double[] costs) {
    var options = new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.1, 0.9, 0);
    try (var scope = new PointerScope();
        var optimiser = Optimiser.of(network.parameters(), options)) {
      Tensor weights = Tensors.of(labels.toArray(), labels.examples(), 10);
      var logs = new float[10];
      for (int y = 0; y < 10; y++) {
        logs[y] = (float) Math.log(costs[y]);
      }
      Tensor logCosts = Tensors.of(logs, 10);
      for (int step = 0; step < 100; step++) {
        step(network, train, weights, logCosts, optimiser, step);
      }
    }
  }

  private static void step(
      Network network,
      Inputs train,
      Tensor weights,
      Tensor logCosts,
      Optimiser optimiser,
      int step) {
    try (var scope = new PointerScope()) {
      Tensor scores = network.forward(train.tensor(), true);
      try (var noGrad = new NoGradGuard()) {
        network.parameters().gradients().zero_();
        Tensors.backward(scores, MarginLoss.withGradient(scores, weights, logCosts).gradient());
        optimiser.step(0.1, step);
      }
    }
  }

  private static double recall(int[] predictions) {
    int[] labels = DATA.validation().labels();
    List<Integer> hits = new java.util.ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == RAISED) {
        hits.add(predictions[i] == RAISED ? 1 : 0);
      }
    }
    return hits.stream().mapToInt(hit -> hit).average().orElseThrow();
  }
}
