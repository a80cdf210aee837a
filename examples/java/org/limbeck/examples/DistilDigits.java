package org.limbeck.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.data.DataPlan;
import org.limbeck.data.LongTail;
import org.limbeck.metric.Interval;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.workflow.StudyWorkflow;

/**
 * Runs a small study from Java: two teachers, three students each, on digits with a long tail.
 *
 * <p>Start the JVM with {@code -Dorg.bytedeco.javacpp.maxPhysicalBytes=0}.
 */
public final class DistilDigits {
  private DistilDigits() {}

  /** Keeps the study in the directory named by the first argument. */
  public static void main(String[] args) {
    run(Path.of(args[0])).ifPresent(DistilDigits::print);
  }

  /** The row of the combination to ship. */
  static Optional<Leaderboard.Row> run(Path directory) {
    StudyPlan plan =
        StudyPlan.builder(
                "from-java",
                DataPlan.of("digits", new LongTail(50, LongTail.Order.LABEL)),
                List.of(0L, 1L),
                RolePlan.builder(Role.TEACHER, NetworkSpec.parse("mlp 64"))
                    .objectives(List.of("standard", "balanced"))
                    .build(),
                RolePlan.builder(Role.STUDENT, NetworkSpec.parse("mlp 16"))
                    .alphas(List.of(0.5))
                    .build())
            .build();
    return StudyWorkflow.run(plan, directory).leaderboard().selected();
  }

  private static void print(Leaderboard.Row row) {
    Interval worst = row.of(SplitMetric.WORST_CLASS_ACCURACY);
    System.out.printf(
        "ship %s: worst-class accuracy %.3f%n", row.combination().label(), worst.mean());
  }
}
