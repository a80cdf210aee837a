package org.limbeck.compare;

import java.util.List;
import java.util.Map;
import org.limbeck.data.DataPlan;
import org.limbeck.data.LongTail;
import org.limbeck.data.ValidationFrom;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.train.TrainOptions;

/** Small real studies for tests. */
public final class Runs {
  private Runs() {}

  /** Two teachers, three students each, on digits with a tail, in a few epochs. */
  public static StudyPlan plan(int epochs, Long... seeds) {
    var train =
        TrainOptions.builder(
                epochs,
                64,
                new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.05, 0.9, 1e-4),
                new Schedule(Schedule.Kind.COSINE, 0.5, List.of(), 0.1))
            .build();
    return StudyPlan.builder(
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
            role(Role.TEACHER, "mlp 32", List.of("standard", "balanced"), train),
            role(Role.STUDENT, "mlp 8", List.of("standard", "balanced", "robust"), train))
        .baseline(false)
        .build();
  }

  private static RolePlan role(
      Role role, String network, List<String> objectives, TrainOptions train) {
    return RolePlan.builder(role, NetworkSpec.parse(network))
        .objectives(objectives)
        .alphas(List.of(0.5))
        .train(train)
        .build();
  }
}
