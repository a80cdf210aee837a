package org.limbeck.study;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.nn.Compute;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Robust;
import org.limbeck.objective.ValidationLabels;
import org.limbeck.train.Targets;
import org.limbeck.train.TrainedModel;
import org.limbeck.train.Trainer;
import org.limbeck.train.TrainingTask;

/** Does one run from its task to its finished directory. */
final class RunExecutor {
  private final Path study;
  private final StudyListener listener;
  private final BooleanSupplier stop;
  private final RunOptions options;
  private final ScoreCaches caches;

  RunExecutor(
      Path study,
      StudyListener listener,
      BooleanSupplier stop,
      RunOptions options,
      ScoreCaches caches) {
    this.study = study;
    this.listener = listener;
    this.stop = stop;
    this.options = options;
    this.caches = caches;
  }

  RunRecord execute(RunTask task) {
    long start = System.nanoTime();
    var directory = new RunDirectory(study, task.spec().id());
    Path partial = directory.partial();
    Compute compute = compute(task);
    compute.use();
    RunRecord record;
    RunSpec.TeacherLink link = task.spec().teacher();
    if (link == null) {
      TrainedModel model = train(task, teacherTask(task, partial));
      record = new RunOutcome(task, model, compute, null).write(partial, start);
    } else {
      try (var targets = new StudentTargets(study, task, link, caches)) {
        TrainedModel model = train(task, studentTask(task, partial, targets));
        record = new RunOutcome(task, model, compute, targets.passes()).write(partial, start);
      }
    }
    directory.complete();
    return record;
  }

  private Compute compute(RunTask task) {
    return new Compute(options.parallelism().threads(task.spec().role()), options.device());
  }

  private TrainedModel train(RunTask task, TrainingTask training) {
    try {
      return new Trainer(new RunProgress(task, listener), stop, compute(task)).fit(training);
    } catch (LimbeckException e) {
      throw new LimbeckException(task.spec().label() + ": " + e.getMessage(), e);
    }
  }

  private TrainingTask teacherTask(RunTask task, Path partial) {
    Dataset data = task.data();
    Targets targets = Targets.of(oneHot(data.train().labels(), data));
    return trainingTask(task, partial, targets, oneHot(data.validation().labels(), data));
  }

  private TrainingTask studentTask(RunTask task, Path partial, StudentTargets targets) {
    Dataset data = task.data();
    LabelWeights validation =
        validatesOnTeacher(task)
            ? targets.validationWeights()
            : oneHot(data.validation().labels(), data);
    return trainingTask(task, partial, targets.targets(), validation);
  }

  private TrainingTask trainingTask(
      RunTask task, Path partial, Targets targets, LabelWeights validation) {
    Dataset data = task.data();
    Path checkpoint = partial.resolve(RunDirectory.CHECKPOINT);
    return new TrainingTask(
        task.network(),
        data.classNames(),
        data.train(),
        targets,
        data.validation(),
        validation,
        task.objective(),
        task.spec().train(),
        task.spec().seed(),
        task.spec().role().label(),
        new FileCheckpointStore(checkpoint, options.checkpointSeconds()));
  }

  private static LabelWeights oneHot(int[] labels, Dataset data) {
    return LabelWeights.oneHot(labels, data.classes());
  }

  private static boolean validatesOnTeacher(RunTask task) {
    return task.objective() instanceof Robust robust
        && robust.multipliers().validationLabels() == ValidationLabels.TEACHER;
  }
}
