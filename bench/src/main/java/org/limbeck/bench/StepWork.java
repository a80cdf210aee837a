package org.limbeck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Views;
import org.limbeck.nn.Compute;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.Natives;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Standard;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.train.EpochRecord;
import org.limbeck.train.Targets;
import org.limbeck.train.TrainOptions;
import org.limbeck.train.TrainedModel;
import org.limbeck.train.Trainer;
import org.limbeck.train.TrainingListener;
import org.limbeck.train.TrainingStoppedException;
import org.limbeck.train.TrainingTask;
import org.limbeck.train.engine.LibTorchEngine;

/** Training as it is: the trainer itself, on epochs of a fixed number of steps. */
final class StepWork implements Images.Work {
  private static final int STEPS = 32;
  private static final int TRAINED_EPOCHS = 8;
  private static final int VALIDATION = 5_000;
  private static final int NEVER = 1_000_000;

  private final String network;
  private final boolean robust;

  private StepWork(String network, boolean robust) {
    this.network = network;
    this.robust = robust;
  }

  static StepWork plain(String network, boolean robust) {
    return new StepWork(network, robust);
  }

  @Override
  public void measure(ImageSettings settings, Map<String, Object> result) {
    var seconds = new ArrayList<Double>();
    long[] end = {0};
    var listener =
        new TrainingListener() {
          @Override
          public void onEpoch(EpochRecord epoch, int epochs) {
            // The first epoch warms up; at least one more is measured.
            if (epoch.epoch() == 1) {
              end[0] = System.nanoTime() + (long) (settings.seconds() * settings.rounds() * 1e9);
            } else {
              seconds.add(epoch.seconds());
            }
          }
        };
    try {
      new Trainer(
              LibTorchEngine::open,
              listener,
              () -> !seconds.isEmpty() && System.nanoTime() > end[0],
              new Compute(settings.threads(), ComputeDevice.CPU))
          .fit(task(settings, NEVER));
    } catch (TrainingStoppedException e) {
      // The time is up.
    }
    double images = (double) STEPS * settings.batch();
    result.put("images_per_second", images / median(seconds));
    result.put("rounds", seconds.stream().map(s -> images / s).toList());
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** A network that was trained a little: its norms know the data, its scores have a usual size. */
  static TrainedModel trained(ImageSettings settings, NetworkSpec network) {
    Natives.useThreads(settings.threads());
    TrainingTask task = plain(network.text(), false).task(settings, TRAINED_EPOCHS);
    return new Trainer(
            LibTorchEngine::open,
            TrainingListener.NONE,
            () -> false,
            new Compute(settings.threads(), ComputeDevice.CPU))
        .fit(task);
  }

  private TrainingTask task(ImageSettings settings, int epochs) {
    Examples all = settings.train();
    Examples train = all.select(IntStream.range(0, STEPS * settings.batch()).toArray());
    Examples validation =
        all.select(IntStream.range(0, Math.min(VALIDATION, all.size())).toArray());
    var spec = NetworkSpec.parse(network);
    Objective objective =
        robust
            ? new Robust(0.5, Robust.Anchor.BALANCED, TrainDefaults.multipliers(spec))
            : new Standard();
    return new TrainingTask(
        NetworkDescription.of(spec, train.shape(), 10, Normalisation.of(train)),
        IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
        train,
        Targets.of(LabelWeights.oneHot(train.labels(), 10)),
        validation,
        LabelWeights.oneHot(validation.labels(), 10),
        objective,
        options(settings, spec, epochs),
        0,
        "bench",
        null);
  }

  /** The defaults but for the length; validation comes at the end. */
  private static TrainOptions options(ImageSettings settings, NetworkSpec spec, int epochs) {
    TrainOptions usual = TrainDefaults.of(spec);
    return usual.toBuilder()
        .epochs(epochs)
        .batchSize(settings.batch())
        .schedule(new Schedule(Schedule.Kind.COSINE, 0.2, List.of(), 0.1))
        .views(Views.USUAL)
        .precision(Precision.AUTO)
        .validateEvery(NEVER)
        .build()
        .resolved(spec);
  }
}
