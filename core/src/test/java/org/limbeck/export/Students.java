package org.limbeck.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.base.NamedRandom;
import org.limbeck.compare.Leaderboard;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.LongTail;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.StateEntry;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.study.LocalLauncher;
import org.limbeck.study.StudyListener;
import org.limbeck.study.StudyRunner;
import org.limbeck.train.TrainOptions;

/** Networks and small real studies on digits with a tail. */
public final class Students {
  private static final DataPlan PLAN =
      DataPlan.of("digits", new LongTail(50, LongTail.Order.LABEL));
  public static final Dataset DATA = Datasets.build(PLAN, 0);

  private Students() {}

  public static NetworkDescription network(String spec) {
    return NetworkDescription.of(
        NetworkSpec.parse(spec), DATA.shape(), DATA.classes(), DATA.normalisation());
  }

  /** Random weights, biases and running statistics; variances in (0.5, 2). */
  public static StateDict randomState(NetworkDescription network, long seed) {
    var random = new NamedRandom(seed, "state");
    Map<String, float[]> state = new LinkedHashMap<>();
    for (StateEntry entry : network.entries()) {
      float[] values = random.gaussians(Math.toIntExact(entry.size()));
      float scale = (float) Math.sqrt(2.0 / Math.max(1, entry.fanIn()));
      for (int i = 0; i < values.length; i++) {
        values[i] =
            entry.name().endsWith(".variance")
                ? (float) (0.5 + 1.5 * random.nextDouble())
                : values[i] * scale;
      }
      state.put(entry.name(), values);
    }
    return new StateDict(state);
  }

  /** Trains standard and balanced students of a standard teacher, two epochs, seeds 0 and 1. */
  static Leaderboard train(Path folder) {
    var train =
        TrainOptions.builder(
                2,
                64,
                new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.05, 0.9, 1e-4),
                new Schedule(Schedule.Kind.COSINE, 0.5, List.of(), 0.1))
            .build();
    StudyPlan plan =
        StudyPlan.builder(
                "tiny",
                PLAN,
                List.of(0L, 1L),
                role(Role.TEACHER, List.of("standard"), train),
                role(Role.STUDENT, List.of("standard", "balanced"), train))
            .baseline(false)
            .build();
    var runner = new StudyRunner(new LocalLauncher(1), StudyListener.NONE, () -> false);
    return Leaderboard.of(runner.run(plan, folder).runs(), plan.selection());
  }

  private static RolePlan role(Role role, List<String> objectives, TrainOptions train) {
    return RolePlan.builder(role, NetworkSpec.parse("mlp 8"))
        .objectives(objectives)
        .alphas(List.of())
        .train(train)
        .build();
  }

  /** The row of the student with that objective. */
  static Leaderboard.Row row(Leaderboard leaderboard, String student) {
    return leaderboard.students().stream()
        .filter(row -> row.combination().label().endsWith("/ " + student))
        .findFirst()
        .orElseThrow();
  }
}
