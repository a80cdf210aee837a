package org.limbeck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.Normalisation;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.Natives;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.Optimiser;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.TrainingStep;
import org.limbeck.nn.loss.MarginLoss;
import org.limbeck.nn.loss.StepLoss;
import org.limbeck.plan.TrainDefaults;

/** The step of the trainer, again and again on one batch: what is left without assembling any. */
final class ConstantBatchWork implements Images.Work {
  private static final int WARM_UP = 8;

  private final NetworkSpec spec;

  ConstantBatchWork(String network) {
    spec = NetworkSpec.parse(network);
  }

  @Override
  public void measure(ImageSettings settings, Map<String, Object> result) {
    Natives.useThreads(settings.threads());
    Precision precision = Precision.AUTO.resolved(spec);
    var normalisation = new Normalisation(new float[3], new float[] {1, 1, 1});
    var description = NetworkDescription.of(spec, new int[] {3, 32, 32}, 10, normalisation);
    try (var scope = new PointerScope();
        var network = LayerNetwork.initialised(description, precision, new NamedRandom(0, "w"));
        var optimiser = Optimiser.of(network.parameters(), TrainDefaults.of(spec).optimiser())) {
      Tensor batch = Tensors.emptyChannelsLast(precision, settings.batch(), 3, 32, 32).normal_();
      Tensor weights = torch.full(new long[] {settings.batch(), 10}, new Scalar(0.1));
      StepLoss loss = MarginLoss.under(torch.zeros(10));
      List<Double> times = new ArrayList<>();
      long end = Long.MAX_VALUE;
      for (int step = 0; System.nanoTime() < end; step++) {
        long start = System.nanoTime();
        try (var inner = new PointerScope()) {
          TrainingStep.take(network, optimiser, batch, weights, loss, 0.01, step);
        }
        if (step >= WARM_UP) {
          times.add((System.nanoTime() - start) / 1e9);
        } else {
          end = System.nanoTime() + (long) (settings.seconds() * settings.rounds() * 1e9);
        }
      }
      result.put("images_per_second", settings.batch() / StepWork.median(times));
    }
  }
}
