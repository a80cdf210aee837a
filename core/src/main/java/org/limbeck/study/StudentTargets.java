package org.limbeck.study;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Closer;
import org.limbeck.calibration.LabelShift;
import org.limbeck.calibration.ScoreTransform;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.data.Views;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.RowWeights;
import org.limbeck.store.RunSpec;
import org.limbeck.store.StoredTeacher;
import org.limbeck.store.TeacherFiles;
import org.limbeck.store.TeacherPasses;
import org.limbeck.teacher.ScoreCache;
import org.limbeck.teacher.StudentLabels;
import org.limbeck.teacher.Teacher;
import org.limbeck.teacher.ViewLogits;
import org.limbeck.train.Targets;
import org.limbeck.train.TeacherTargets;

/**
 * The label weights of a student, made with its teacher. The teacher's logits are those of its run
 * where the student sees the examples as they are, and those of the score cache where it sees
 * views.
 */
final class StudentTargets implements AutoCloseable {
  private final Closer closer = new Closer();
  private final Teacher teacher;
  private final ScoreTransform calibration;
  private final StudentLabels labels;
  private final Targets targets;
  private final ClassPrior validationPrior;
  private final Optional<int[]> driving;
  private final @Nullable ScoreCache cache;
  private final long passes;

  StudentTargets(
      Path study,
      RunTask task,
      RunSpec.TeacherLink link,
      ScoreCaches caches,
      ForeignViews foreign) {
    Dataset data = task.data();
    Views views = task.spec().training().views();
    var files = DrivenScores.of(TeacherFiles.read(study, link, data.classes()), link, task);
    var stored = closer.add(new StoredTeacher(study, files, data), StoredTeacher::close);
    teacher = stored;
    calibration = files.calibration();
    driving = task.drivingRows();
    validationPrior = LabelShift.frequencies(task.driving().labels(), data.classes());
    passes = (long) task.spec().training().epochs() * data.train().size();
    try {
      float[] logits = teacher.logits(Split.TRAIN);
      labels =
          new StudentLabels(
              task.spec().recipe().labels(),
              calibration,
              logits,
              data.train().labels(),
              RowWeights.of(data.train().details().weights()));
      cache = views.equals(Views.NONE) ? null : caches.of(stored.cacheKey(views));
      targets =
          cache == null
              ? TeacherTargets.plain(labels, logits)
              : TeacherTargets.ofViews(labels, logits, cache, scorer(task, link, views, foreign));
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  private ViewLogits scorer(
      RunTask task, RunSpec.TeacherLink link, Views views, ForeignViews foreign) {
    return task.foreign() == null
        ? teacher.views(views).orElseThrow()
        : foreign.of(link.runId(), task.foreignTeacher(), task.data(), views, task.drivingRows());
  }

  Targets targets() {
    return targets;
  }

  /** The facts that class rules are computed from. */
  ClassFacts facts(int examples, ClassPrior prior) {
    return new ClassFacts(prior, examples, labels.teacherMargins());
  }

  /**
   * The teacher's probabilities for validation, without its costs and carried to the class prior of
   * validation (docs/method.md, section 2).
   */
  LabelWeights validationWeights() {
    ScoreTransform probabilities =
        teacher.costs().map(calibration::withoutCosts).orElse(calibration);
    float[] all = teacher.logits(Split.VALIDATION);
    float[] logits =
        driving.map(rows -> DrivenScores.select(all, teacher.classes(), rows)).orElse(all);
    return probabilities.labelWeights(logits, trainPrior(), validationPrior);
  }

  /** What the probabilities stand for; of a teacher of unknown costs, their mean on training. */
  private ClassPrior trainPrior() {
    return teacher
        .costs()
        .flatMap(costs -> teacher.prior())
        .orElseGet(() -> calibration.meanProbabilities(teacher.logits(Split.TRAIN)));
  }

  /** The teacher's forward passes that the cache has saved so far; null without a cache. */
  @Nullable TeacherPasses passes() {
    return cache == null ? null : new TeacherPasses(passes, cache.filled());
  }

  @Override
  public void close() {
    closer.close();
  }
}
