package org.limbeck.plan;

import java.util.List;
import org.limbeck.data.Views;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.teacher.LabelSource;
import org.limbeck.train.TrainOptions;

/**
 * What a study file may leave out; chosen by measurement (docs/design-decisions.md, "Defaults").
 */
public final class TrainDefaults {
  /** Passes over the training split. */
  public static final int EPOCHS = 100;

  /** Examples of one step. */
  public static final int BATCH_SIZE = 64;

  /** SGD with Nesterov momentum. */
  public static final OptimiserOptions SGD =
      new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.1, 0.9, 1e-3);

  /** AdamW. */
  public static final OptimiserOptions ADAMW =
      new OptimiserOptions(OptimiserOptions.Kind.ADAMW, 0.005, 0.9, 0.05);

  /** Five epochs of warm-up, then half a cosine. */
  public static final Schedule SCHEDULE = new Schedule(Schedule.Kind.COSINE, 5, List.of(), 0.1);

  /** Where a step schedule drops. */
  public static final List<Double> MILESTONES = List.of(0.6, 0.8);

  /** All of them, with SGD. */
  public static final TrainOptions TRAIN =
      TrainOptions.builder(EPOCHS, BATCH_SIZE, SGD, SCHEDULE).build();

  /**
   * The same for image networks: 30 epochs, batches of 128, all 162 views, bf16 where it is fast.
   * Usual values of the field, not tuned here.
   */
  public static final TrainOptions IMAGES =
      TrainOptions.builder(
              30,
              128,
              new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.1, 0.9, 5e-4),
              new Schedule(Schedule.Kind.COSINE, 3, List.of(), 0.1))
          .views(Views.USUAL)
          .precision(Precision.AUTO)
          .validateEvery(0)
          .build();

  /** What students learn from: docs/results/choice.md. */
  private static final LabelOptions STUDENT_LABELS =
      new LabelOptions(LabelSource.MIX, 0.5, 2, null);

  private TrainDefaults() {}

  /** What a network is trained with unless a study file says otherwise. */
  public static TrainOptions of(NetworkSpec network) {
    return network.forImages() ? IMAGES : TRAIN;
  }

  /** The same with another number of epochs, of which the warm-up takes at most a tenth. */
  public static TrainOptions of(NetworkSpec network, int epochs) {
    double warmup = Math.min(SCHEDULE.warmupEpochs(), epochs / 10.0);
    return of(network).toBuilder()
        .epochs(epochs)
        .schedule(new Schedule(SCHEDULE.kind(), warmup, SCHEDULE.milestones(), SCHEDULE.factor()))
        .build();
  }

  /** What objectives learn from unless a study file says otherwise. */
  public static LabelOptions labels(Role role) {
    return role == Role.TEACHER ? LabelOptions.ONE_HOT : STUDENT_LABELS;
  }

  /** How a network's multipliers move unless a study file says otherwise. */
  public static MultiplierOptions multipliers(NetworkSpec network) {
    return network.forImages() ? MultiplierOptions.IMAGES : MultiplierOptions.DEFAULT;
  }
}
