package org.limbeck.study;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.nn.Compute;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.RowWeights;
import org.limbeck.objective.Strata;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.store.FileCheckpointStore;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.train.Targets;
import org.limbeck.train.TrainedModel;
import org.limbeck.train.Trainer;
import org.limbeck.train.TrainingTask;
import org.limbeck.train.engine.LibTorchEngine;

/** Does one run from its task to its finished directory. */
final class RunExecutor {
  private final Path study;
  private final StudyListener listener;
  private final BooleanSupplier stop;
  private final RunOptions options;
  private final ScoreCaches caches;
  private final ForeignViews views;
  private final boolean uncosted;

  /**
   * Does the runs of a study.
   *
   * @param uncosted whether students of the study learn from un-costed scores
   */
  RunExecutor(
      Path study,
      StudyListener listener,
      BooleanSupplier stop,
      RunOptions options,
      ScoreCaches caches,
      ForeignViews views,
      boolean uncosted) {
    this.study = study;
    this.listener = listener;
    this.stop = stop;
    this.options = options;
    this.caches = caches;
    this.views = views;
    this.uncosted = uncosted;
  }

  /** Does a run that is not finished, with the given number of LibTorch threads. */
  RunRecord execute(RunTask task, int threads) {
    long start = System.nanoTime();
    var directory = new RunDirectory(study, task.spec().id());
    Path partial = directory.begin(task.spec());
    var compute = new Compute(threads, options.device());
    compute.use();
    RunRecord record =
        task.scores()
            ? new ScoringRun(task, compute, uncosted).write(partial, start)
            : outcome(task, partial, compute).write(partial, start);
    directory.complete();
    if (!task.trains()) {
      listener.onProgress(task.spec(), task.work());
    }
    String about = about(task.spec());
    record.notes().forEach(note -> listener.onNote(about + ": " + note));
    return record;
  }

  /** A foreign teacher without its split seed, since most notes are the same for all splits. */
  private static String about(RunSpec spec) {
    return spec.foreign() == null ? spec.label() : "foreign teacher " + spec.recipe().label();
  }

  private RunOutcome outcome(RunTask task, Path partial, Compute compute) {
    RunSpec.TeacherLink link = task.spec().teacher();
    if (!task.trains()) {
      var changed = new PostHocRun(study, task);
      return new RunOutcome(task, changed.changed(), compute, null, changed.predictions());
    }
    if (link == null) {
      return new RunOutcome(task, train(task, ofLabels(task, partial), compute), compute, null);
    }
    try (var targets = new StudentTargets(study, task, link, caches, views)) {
      TrainedModel model = train(task, ofTeacher(task, partial, targets), compute);
      return new RunOutcome(task, model, compute, targets.passes());
    }
  }

  private TrainedModel train(RunTask task, TrainingTask training, Compute compute) {
    try {
      return new Trainer(LibTorchEngine::open, new RunProgress(task, listener), stop, compute)
          .fit(training);
    } catch (LimbeckException e) {
      throw new LimbeckException(task.spec().label() + ": " + e.getMessage(), e);
    }
  }

  private TrainingTask ofLabels(RunTask task, Path partial) {
    Dataset data = task.data();
    Targets targets = Targets.of(oneHot(data.train().labels(), data));
    ClassFacts facts = ClassFacts.of(prior(targets, data), data.train().size());
    return trainingTask(task, partial, targets, facts, oneHot(task.driving().labels(), data));
  }

  private TrainingTask ofTeacher(RunTask task, Path partial, StudentTargets student) {
    Dataset data = task.data();
    Targets targets = student.targets();
    LabelWeights validation =
        task.spec().recipe().validatesOnTeacher()
            ? student.validationWeights()
            : oneHot(task.driving().labels(), data);
    ClassFacts facts = student.facts(data.train().size(), prior(targets, data));
    return trainingTask(task, partial, targets, facts, validation);
  }

  private static ClassPrior prior(Targets targets, Dataset data) {
    RowWeights weights = RowWeights.of(data.train().details().weights());
    return ClassPrior.of(targets.base().weighted(weights), data.classNames());
  }

  private TrainingTask trainingTask(
      RunTask task, Path partial, Targets targets, ClassFacts facts, LabelWeights validation) {
    Dataset data = task.data();
    Recipe recipe = task.spec().recipe();
    Path checkpoint = partial.resolve(RunDirectory.CHECKPOINT);
    return new TrainingTask(
        task.network(),
        data.classNames(),
        data.train(),
        targets,
        task.driving(),
        validation,
        new Strata(recipe.costs().by(), data.classNames(), data.groupNames()),
        recipe.objective(facts),
        recipe.loss(facts),
        task.spec().training(),
        task.spec().seed(),
        task.spec().role().label(),
        new FileCheckpointStore(checkpoint, options.checkpointSeconds()));
  }

  private static LabelWeights oneHot(int[] labels, Dataset data) {
    return LabelWeights.oneHot(labels, data.classes());
  }
}
