package org.limbeck.train;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.NamedRandom;
import org.limbeck.calibration.ScoreTransform;
import org.limbeck.data.Examples;
import org.limbeck.data.Views;
import org.limbeck.nn.Compute;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Schedule;
import org.limbeck.nn.StateDict;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Robust;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.teacher.NetworkViewLogits;
import org.limbeck.teacher.ScoreCache;
import org.limbeck.teacher.ScoreCacheKey;
import org.limbeck.teacher.StudentLabels;
import org.limbeck.train.engine.LibTorchEngine;

/** A robust student that learns a teacher's cached scores of views: all that is image training. */
public final class ImageStudent {
  /** Of one epoch. */
  public static final int STEPS = 5;

  private static final Examples TRAIN = Images.of(150, 1);
  private static final Examples VALIDATION = Images.of(60, 2);
  private static final Views VIEWS = new Views(1, Views.Flip.ALTERNATING, 0);
  private static final NetworkDescription TEACHER = Images.network("resnet8 x0.5", TRAIN);
  private static final NetworkDescription STUDENT = Images.network("resnet8 x0.25", TRAIN);

  private ImageStudent() {}

  /**
   * Trains.
   *
   * @param scores folder of the score cache
   * @param stopAfter how many steps
   */
  public static TrainedModel fit(
      int epochs,
      Precision precision,
      Path scores,
      @Nullable CheckpointStore store,
      int stopAfter) {
    StateDict teacher = StateDict.initial(TEACHER.entries(), new NamedRandom(5, "teacher"));
    var key = ScoreCacheKey.of("teacher", "data", VIEWS, precision, TRAIN.size(), Images.CLASSES);
    try (var cache = new ScoreCache(scores, key);
        var scorer = new NetworkViewLogits(TEACHER, teacher, precision, TRAIN, VIEWS)) {
      var calibration = ScoreTransform.raw(Images.CLASSES);
      int[] all = IntStream.range(0, TRAIN.size()).toArray();
      int[] plain = IntStream.generate(VIEWS::identity).limit(all.length).toArray();
      float[] logits = scorer.logits(all, plain);
      var labels = new StudentLabels(LabelOptions.TEACHER, calibration, logits, TRAIN.labels());
      var targets = TeacherTargets.ofViews(labels, logits, cache, scorer);
      var steps = new AtomicInteger();
      return new Trainer(
              LibTorchEngine::open,
              TrainingListener.NONE,
              () -> steps.incrementAndGet() >= stopAfter,
              Compute.ONE_THREAD)
          .fit(task(epochs, precision, targets, store));
    }
  }

  private static TrainingTask task(
      int epochs, Precision precision, Targets targets, @Nullable CheckpointStore store) {
    var multipliers = MultiplierOptions.builder().gamma(0.5).updateEvery(2).sample(12).build();
    var options =
        TrainOptions.builder(
                epochs,
                32,
                new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.05, 0.9, 5e-4),
                new Schedule(Schedule.Kind.COSINE, 0.5, List.of(), 0.1))
            .views(VIEWS)
            .precision(precision)
            .validateEvery(2)
            .build();
    return new TrainingTask(
        STUDENT,
        List.of("a", "b", "c"),
        TRAIN,
        targets,
        VALIDATION,
        LabelWeights.oneHot(VALIDATION.labels(), Images.CLASSES),
        new Robust(0.5, Robust.Anchor.BALANCED, multipliers),
        options,
        3,
        "student",
        store);
  }
}
