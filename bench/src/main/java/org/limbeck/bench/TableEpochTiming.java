package org.limbeck.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.nn.Compute;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Standard;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.train.EpochRecord;
import org.limbeck.train.Targets;
import org.limbeck.train.TrainOptions;
import org.limbeck.train.Trainer;
import org.limbeck.train.TrainingListener;
import org.limbeck.train.TrainingTask;
import org.limbeck.train.engine.LibTorchEngine;

/**
 * Times the epochs of an {@code mlp 64-64} over the table of {@link TableTiming}: the trainer as
 * studies use it, validation once at the end.
 *
 * <p>Arguments: the file, the number of threads, the number of epochs, and batch sizes.
 */
public final class TableEpochTiming {
  private static final NetworkSpec NETWORK = NetworkSpec.parse("mlp 64-64");

  private TableEpochTiming() {}

  /** Prints the rows a second of each batch size: the median of all epochs but the first. */
  public static void main(String... args) {
    DataPlan plan =
        DataPlan.builder("table")
            .options(Map.of("from", Path.of(args[0]).toString(), "label", "y"))
            .build();
    Dataset data = Datasets.build(plan, 0);
    int threads = Integer.parseInt(args[1]);
    int epochs = Integer.parseInt(args[2]);
    for (String batch : List.of(args).subList(3, args.length)) {
      var epoch = new Epochs();
      new Trainer(LibTorchEngine::open, epoch, () -> false, new Compute(threads, ComputeDevice.CPU))
          .fit(task(data, epochs, Integer.parseInt(batch)));
      System.out.printf(
          Locale.ROOT,
          "batch %s, %d threads, %,d rows: %,.0f rows a second, %,.0f rows a second of one core%n",
          batch,
          threads,
          data.train().size(),
          data.train().size() / StepWork.median(epoch.seconds),
          data.train().size() / StepWork.median(epoch.cpu));
    }
  }

  /** The time of epochs by the clock, and that of the process on all cores. */
  private static final class Epochs implements TrainingListener {
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();
    private double before;

    @Override
    public void onEpoch(EpochRecord epoch, int all) {
      double now = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
      if (epoch.epoch() > 1) {
        seconds.add(epoch.seconds());
        cpu.add(now - before);
      }
      before = now;
    }
  }

  private static TrainingTask task(Dataset data, int epochs, int batch) {
    TrainOptions options =
        TrainDefaults.of(NETWORK, epochs).toBuilder()
            .batchSize(batch)
            .validateEvery(epochs)
            .build()
            .resolved(NETWORK);
    return new TrainingTask(
        NetworkDescription.of(NETWORK, data.train().shape(), data.classes(), data.normalisation()),
        data.classNames(),
        data.train(),
        Targets.of(LabelWeights.oneHot(data.train().labels(), data.classes())),
        data.validation(),
        LabelWeights.oneHot(data.validation().labels(), data.classes()),
        new Standard(),
        options,
        0,
        "bench",
        null);
  }
}
