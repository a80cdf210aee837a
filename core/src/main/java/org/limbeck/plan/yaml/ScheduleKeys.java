package org.limbeck.plan.yaml;

import java.util.List;
import org.limbeck.nn.Schedule;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Scalars;
import org.limbeck.plan.key.Section;

/** The keys of the section {@code train} that say how the learning rate changes. */
final class ScheduleKeys {
  private static final Key<Schedule, Schedule.Kind> SCHEDULE =
      new Key<>(
          "schedule",
          Kind.word(Schedule.Kind.class),
          "How the learning rate falls after the warm-up.",
          Schedule::kind);
  private static final Key<Schedule, Double> WARMUP_EPOCHS =
      new Key<>(
          "warmupEpochs",
          Kind.NUMBER,
          "Epochs in which the learning rate grows from 0; at most a tenth of `epochs` by default.",
          Schedule::warmupEpochs);
  private static final Key<Schedule, List<Double>> MILESTONES =
      new Key<>(
          "milestones",
          Kind.list("list of numbers", "a share in (0, 1)", Scalars::number),
          "`schedule: step`: ascending shares of the training at which the rate drops; "
              + TrainDefaults.MILESTONES
              + " where left out.",
          schedule -> schedule.milestones().isEmpty() ? null : schedule.milestones());
  private static final Key<Schedule, Double> FACTOR =
      new Key<>(
          "factor",
          Kind.NUMBER,
          "`schedule: step`: what the rate is multiplied by at each milestone, up to 1.",
          Schedule::factor);

  static final List<Entry<Schedule>> KEYS = List.of(SCHEDULE, WARMUP_EPOCHS, MILESTONES, FACTOR);

  private ScheduleKeys() {}

  /**
   * Reads all keys.
   *
   * @param epochs of the training
   */
  static Schedule read(Section train, int epochs) {
    Schedule standard = TrainDefaults.SCHEDULE;
    Schedule.Kind kind = SCHEDULE.read(train, standard.kind());
    double usual = Math.min(standard.warmupEpochs(), epochs / 10.0);
    double warmup = WARMUP_EPOCHS.read(train, Math.max(0, usual));
    if (WARMUP_EPOCHS.in(train) && warmup >= epochs) {
      WARMUP_EPOCHS.problem(train, warmup + " leaves none of the " + epochs + " epochs; use less");
    }
    List<Double> milestones = MILESTONES.read(train, TrainDefaults.MILESTONES);
    double factor = FACTOR.read(train, standard.factor());
    return train.build(() -> new Schedule(kind, warmup, milestones, factor), standard);
  }
}
