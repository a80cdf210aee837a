package org.limbeck.study;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Robust;
import org.limbeck.objective.ValidationLabels;
import org.limbeck.train.EpochRecord;
import org.limbeck.train.TrainedModel;
import org.limbeck.train.Trainer;
import org.limbeck.train.TrainingListener;
import org.limbeck.train.TrainingTask;

/** Does one run from its task to its finished directory. */
final class RunExecutor {
  private final Path study;
  private final StudyListener listener;
  private final BooleanSupplier stop;
  private final double checkpointSeconds;

  RunExecutor(Path study, StudyListener listener, BooleanSupplier stop, double checkpointSeconds) {
    this.study = study;
    this.listener = listener;
    this.stop = stop;
    this.checkpointSeconds = checkpointSeconds;
  }

  RunRecord execute(RunTask task) {
    long start = System.nanoTime();
    var directory = new RunDirectory(study, task.spec().id());
    Path partial = directory.partial();
    TrainedModel model = train(task, partial);
    RunRecord record = new RunOutcome(task, model).write(partial, start);
    directory.complete();
    return record;
  }

  private TrainedModel train(RunTask task, Path partial) {
    try {
      return new Trainer(listener(task.spec()), stop).fit(trainingTask(task, partial));
    } catch (LimbeckException e) {
      throw new LimbeckException(task.spec().label() + ": " + e.getMessage(), e);
    }
  }

  private TrainingListener listener(RunSpec spec) {
    return new TrainingListener() {
      @Override
      public void onBegin(int epochsDone, int epochs) {
        if (epochsDone > 0) {
          listener.onResume(spec, epochsDone);
        }
      }

      @Override
      public void onEpoch(EpochRecord epoch, int epochs) {
        listener.onEpoch(spec, epoch);
      }
    };
  }

  private TrainingTask trainingTask(RunTask task, Path partial) {
    Dataset data = task.data();
    LabelWeights train = oneHot(data.train().labels(), data);
    LabelWeights validation = oneHot(data.validation().labels(), data);
    RunSpec.TeacherLink link = task.spec().teacher();
    if (link != null) {
      var scores = TeacherFiles.read(study, link, data.classes());
      train = scores.trainWeights();
      if (validatesOnTeacher(task)) {
        validation = scores.validationWeights();
      }
    }
    return new TrainingTask(
        description(task),
        data.classNames(),
        data.train(),
        train,
        data.validation(),
        validation,
        task.objective(),
        task.plan().train(),
        task.spec().seed(),
        task.spec().role().label(),
        new FileCheckpointStore(partial.resolve(RunDirectory.CHECKPOINT), checkpointSeconds));
  }

  private static LabelWeights oneHot(int[] labels, Dataset data) {
    return LabelWeights.oneHot(labels, data.classes());
  }

  private static boolean validatesOnTeacher(RunTask task) {
    return task.objective() instanceof Robust robust
        && robust.multipliers().validationLabels() == ValidationLabels.TEACHER;
  }

  private static NetworkDescription description(RunTask task) {
    Dataset data = task.data();
    return NetworkDescription.of(
        task.plan().network(), data.shape(), data.classes(), data.normalisation());
  }
}
