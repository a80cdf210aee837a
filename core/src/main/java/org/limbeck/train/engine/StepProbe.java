package org.limbeck.train.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.base.NamedRandom;
import org.limbeck.nn.Compute;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.Natives;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.Optimiser;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.TrainingStep;
import org.limbeck.nn.loss.MarginLoss;
import org.limbeck.nn.loss.StepLoss;
import org.limbeck.train.TrainOptions;

/** Times a few training steps on noise, to see how many threads a run should have. */
public final class StepProbe {
  private static final int WARM_UP = 2;
  private static final int STEPS = 4;

  private StepProbe() {}

  /**
   * Examples per second of some trainings at once.
   *
   * @param network an image network
   * @param trainings how many at a time, each on a Java thread of its own
   * @param compute what each computes with
   */
  public static double examplesPerSecond(
      NetworkDescription network, TrainOptions options, int trainings, Compute compute) {
    Natives.load();
    ExecutorService pool = Executors.newFixedThreadPool(trainings);
    try {
      List<Future<Double>> rates = new ArrayList<>();
      for (int i = 0; i < trainings; i++) {
        rates.add(pool.submit(() -> one(network, options, compute)));
      }
      double sum = 0;
      for (Future<Double> rate : rates) {
        sum += rate.get();
      }
      return sum;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a training step failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a step was timed", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static double one(NetworkDescription description, TrainOptions options, Compute compute) {
    compute.use();
    int[] shape = description.shape();
    try (var scope = new PointerScope();
        var network =
            LayerNetwork.initialised(
                description, options.precision(), new NamedRandom(0, "probe"));
        var optimiser = Optimiser.of(network.parameters(), options.optimiser())) {
      Tensor batch =
          ComputeDevice.here(
              Tensors.emptyChannelsLast(
                      options.precision(), options.batchSize(), shape[0], shape[1], shape[2])
                  .normal_());
      var uniform = new float[options.batchSize() * description.classes()];
      Arrays.fill(uniform, 1f / description.classes());
      Tensor weights =
          ComputeDevice.here(Tensors.of(uniform, options.batchSize(), description.classes()));
      StepLoss loss = MarginLoss.under(ComputeDevice.here(torch.zeros(description.classes())));
      long start = 0;
      for (int step = 0; step < WARM_UP + STEPS; step++) {
        start = step == WARM_UP ? System.nanoTime() : start;
        try (var inner = new PointerScope()) {
          TrainingStep.take(network, optimiser, batch, weights, loss, 1e-3, 0);
        }
      }
      return options.batchSize() * STEPS / ((System.nanoTime() - start) / 1e9);
    }
  }
}
