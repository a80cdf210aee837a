package org.limbeck.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.LongTail;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Standard;
import org.limbeck.train.Targets;
import org.limbeck.train.TrainOptions;
import org.limbeck.train.TrainedModel;
import org.limbeck.train.Trainer;
import org.limbeck.train.TrainingTask;
import org.limbeck.train.engine.LibTorchEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Ten epochs of training on digits with a tail, validation included, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"})
public class StepBenchmark {
  private static final int EPOCHS = 10;

  /** The network. */
  @Param({"mlp 16", "mlp 256-256", "convnet 16-32"})
  public String network = "";

  /** The objective: robust adds validation passes for its multipliers. */
  @Param({"standard", "robust"})
  public String objective = "";

  private TrainingTask task = task(new Standard(), "mlp 16");

  /** Builds the task of the parameters. */
  @Setup
  public void prepare() {
    task = task(objective.equals("robust") ? new Robust(0.5) : new Standard(), network);
  }

  private static TrainingTask task(Objective objective, String network) {
    var tail = new LongTail(50, LongTail.Order.LABEL);
    Dataset data = Datasets.build(DataPlan.of("digits", tail), 0);
    var options =
        TrainOptions.builder(
                EPOCHS,
                64,
                new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.1, 0.9, 1e-3),
                new Schedule(Schedule.Kind.COSINE, 1, List.of(), 0.1))
            .build();
    return new TrainingTask(
        NetworkDescription.of(
            NetworkSpec.parse(network), data.shape(), data.classes(), data.normalisation()),
        data.classNames(),
        data.train(),
        Targets.of(LabelWeights.oneHot(data.train().labels(), data.classes())),
        data.validation(),
        LabelWeights.oneHot(data.validation().labels(), data.classes()),
        objective,
        options,
        0,
        "bench",
        null);
  }

  /** One training. */
  @Benchmark
  public TrainedModel train() {
    return new Trainer(LibTorchEngine::open).fit(task);
  }
}
