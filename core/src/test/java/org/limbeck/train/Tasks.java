package org.limbeck.train;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.LongTail;
import org.limbeck.data.ValidationFrom;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Objective;

/** Small real trainings for tests. */
final class Tasks {
  static final Dataset DIGITS =
      Datasets.build(
          new DataPlan(
              "digits",
              Map.of(),
              ValidationFrom.TRAIN,
              0.25,
              0.25,
              new LongTail(50, LongTail.Order.LABEL),
              0L),
          0);

  private Tasks() {}

  static TrainOptions options(int epochs, OptimiserOptions.Kind kind, double rate) {
    return TrainOptions.builder(
            epochs,
            64,
            new OptimiserOptions(kind, rate, 0.9, 1e-4),
            new Schedule(Schedule.Kind.COSINE, 1, List.of(), 0.1))
        .build();
  }

  static TrainingTask teacher(
      String network,
      Objective objective,
      TrainOptions options,
      @Nullable CheckpointStore checkpoints) {
    Dataset data = DIGITS;
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
        "test",
        checkpoints);
  }
}
