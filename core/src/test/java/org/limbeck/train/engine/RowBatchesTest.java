package org.limbeck.train.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.nn.Tensors;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Standard;
import org.limbeck.train.Targets;
import org.limbeck.train.TrainOptions;
import org.limbeck.train.TrainingTask;
import org.limbeck.workflow.ToyTable;

/** Rows encoded step by step against the table kept as a whole. */
class RowBatchesTest {
  private static final Dataset DATA =
      Datasets.build(
          new ToyTable().load(Map.of("missing", "flag", "weights", "yes")),
          DataPlan.of("csv", null),
          0);

  private static TrainingTask task() {
    LabelWeights labels = LabelWeights.oneHot(DATA.train().labels(), 3);
    TrainOptions options =
        TrainOptions.builder(
                2,
                64,
                new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.1, 0.9, 0),
                new Schedule(Schedule.Kind.COSINE, 0, List.of(), 0.1))
            .build();
    return new TrainingTask(
        NetworkDescription.of(NetworkSpec.parse("mlp 3"), DATA.shape(), 3, DATA.normalisation()),
        DATA.classNames(),
        DATA.train(),
        Targets.of(labels),
        DATA.validation(),
        LabelWeights.oneHot(DATA.validation().labels(), 3),
        new Standard(),
        options,
        0,
        "test",
        null);
  }

  @Test
  void next_everyStep_givesTheBitsOfTheWholeTable() {
    TrainingTask task = task();
    try (var rows = new RowBatches(task);
        var table = new TableBatches(task)) {
      for (int epoch = 1; epoch <= 2; epoch++) {
        rows.startEpoch(epoch, 1);
        table.startEpoch(epoch, 1);
        for (int step = 1; step < task.stepsPerEpoch(); step++) {
          rows.next();
          table.next();
          try (var scope = new PointerScope()) {
            assertThat(Tensors.toFloats(rows.inputs()))
                .containsExactly(Tensors.toFloats(table.inputs()));
            assertThat(Tensors.toFloats(rows.labelWeights()))
                .containsExactly(Tensors.toFloats(table.labelWeights()));
          }
        }
      }
    }
  }
}
