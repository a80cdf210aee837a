package org.limbeck.compare;

import java.util.List;
import java.util.Map;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.DataPlan;
import org.limbeck.data.LongTail;
import org.limbeck.data.ValidationFrom;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Robust;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.train.TrainOptions;

/** Small real studies for tests. */
public final class Runs {
  private Runs() {}

  /** Two teachers, three students each, on digits with a tail, in a few epochs. */
  public static StudyPlan plan(int epochs, Long... seeds) {
    var train =
        new TrainOptions(
            epochs,
            64,
            new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.05, 0.9, 1e-4),
            new Schedule(Schedule.Kind.COSINE, 0.5, List.of(), 0.1),
            TrainOptions.Iterate.LAST);
    return new StudyPlan(
        "tiny",
        new DataPlan(
            "digits",
            Map.of(),
            ValidationFrom.TRAIN,
            0.25,
            0.25,
            new LongTail(50, LongTail.Order.LABEL),
            0L),
        List.of(seeds),
        role("mlp 32", List.of("standard", "balanced"), train),
        ScoreMode.TEMPERATURE,
        role("mlp 8", List.of("standard", "balanced", "robust"), train),
        SelectionPlan.DEFAULT);
  }

  private static RolePlan role(String network, List<String> objectives, TrainOptions train) {
    return new RolePlan(
        NetworkSpec.parse(network),
        objectives,
        List.of(0.5),
        Robust.Anchor.BALANCED,
        MultiplierOptions.DEFAULT,
        train);
  }
}
