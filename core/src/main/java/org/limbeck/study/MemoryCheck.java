package org.limbeck.study;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.limbeck.LimbeckException;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Dataset;
import org.limbeck.nn.MemoryEstimate;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.teacher.NetworkViewLogits;
import org.limbeck.train.TrainOptions;

/** Refuses a study, before it trains, that needs more memory than there is. */
public final class MemoryCheck {
  /** The JVM with LibTorch loaded: measured. */
  private static final long BASE = 150L << 20;

  /** What malloc and oneDNN keep for each run beside what is counted: measured. */
  private static final long OF_EACH_RUN = 350L << 20;

  private MemoryCheck() {}

  /**
   * Checks the runs that are done at the same time.
   *
   * @param available bytes that may be taken; absent for no check
   * @throws LimbeckException if they need more
   */
  public static void require(StudyRuns runs, Parallelism parallelism, OptionalLong available) {
    if (available.isEmpty()) {
      return;
    }
    for (Role role : trained(runs)) {
      int together = parallelism.cores() / parallelism.threads(role);
      long needed = BASE + together * (OF_EACH_RUN + ofRun(runs, role));
      if (needed > available.getAsLong()) {
        throw new LimbeckException(
            ("%s.train.batchSize: %d examples a step with '%s', %s at a time, need about %s of memory,"
                    + " and %s is available; use a smaller batch, a narrower network, or --parallel 1")
                .formatted(
                    role.label(),
                    plan(runs, role).train().batchSize(),
                    plan(runs, role).network().text(),
                    together == 1 ? "1 run" : together + " runs",
                    gibibytes(needed),
                    gibibytes(available.getAsLong())));
      }
    }
  }

  /** A foreign teacher scores in a process of its own. */
  private static List<Role> trained(StudyRuns runs) {
    return runs.plan().teacher().trained().isPresent()
        ? List.of(Role.values())
        : List.of(Role.STUDENT);
  }

  private static RolePlan plan(StudyRuns runs, Role role) {
    return role == Role.TEACHER
        ? runs.plan().teacher().trained().orElseThrow()
        : runs.plan().student();
  }

  private static long ofRun(StudyRuns runs, Role role) {
    List<Dataset> datasets = runs.datasets();
    Dataset data = datasets.get(0);
    RolePlan plan = plan(runs, role);
    TrainOptions options = plan.train().resolved(plan.network());
    long training =
        MemoryEstimate.ofTraining(
            describe(plan, data), options.batchSize(), options.precision(), options.optimiser());
    if (role == Role.TEACHER || !(data.train().values() instanceof ByteValues)) {
      return training;
    }
    return training
        + runs.plan().teacher().trained().map(teacher -> ofScoring(teacher, data)).orElse(0L);
  }

  private static long ofScoring(RolePlan teacher, Dataset data) {
    return MemoryEstimate.ofScoring(
        describe(teacher, data),
        NetworkViewLogits.BATCH,
        teacher.train().resolved(teacher.network()).precision());
  }

  private static NetworkDescription describe(RolePlan plan, Dataset data) {
    return NetworkDescription.of(
        plan.network(), data.shape(), data.classes(), data.normalisation());
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1 << 30));
  }
}
