package org.limbeck.study;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.Dataset;
import org.limbeck.data.Views;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunSpec;
import org.limbeck.store.TeacherFiles;
import org.limbeck.store.TeacherPasses;
import org.limbeck.store.Weights;
import org.limbeck.teacher.NetworkScorer;
import org.limbeck.teacher.ScoreCache;
import org.limbeck.teacher.ScoreCacheKey;
import org.limbeck.teacher.StudentLabels;
import org.limbeck.train.Targets;
import org.limbeck.train.TeacherTargets;

/**
 * What a student learns from: its teacher's probabilities, from the stored scores where it sees
 * images as they are, from the score cache where it sees views of them.
 */
final class StudentTargets implements AutoCloseable {
  private final TeacherFiles files;
  private final StudentLabels labels;
  private final Targets targets;
  private final @Nullable ScoreCache cache;
  private final @Nullable NetworkScorer scorer;
  private final long passes;

  StudentTargets(Path study, RunTask task, RunSpec.TeacherLink link, ScoreCaches caches) {
    Dataset data = task.data();
    files = TeacherFiles.read(study, link, data.classes());
    Views views = task.spec().train().views();
    passes = (long) task.spec().train().epochs() * data.train().size();
    labels = files.labels(task.spec().recipe().labels(), data.train().labels());
    float[] logits = files.scores().train();
    if (views.equals(Views.NONE)) {
      cache = null;
      scorer = null;
      targets = TeacherTargets.plain(labels, logits);
    } else {
      RunSpec teacher = files.record().spec();
      cache = caches.of(key(teacher, link, views, data));
      scorer = scorer(study, teacher, link, views, data);
      targets = TeacherTargets.ofViews(labels, logits, cache, scorer);
    }
  }

  private static ScoreCacheKey key(
      RunSpec teacher, RunSpec.TeacherLink link, Views views, Dataset data) {
    return ScoreCacheKey.of(
        link.runId(),
        data.fingerprint(),
        views,
        teacher.train().precision(),
        data.train().size(),
        data.classes());
  }

  private static NetworkScorer scorer(
      Path study, RunSpec teacher, RunSpec.TeacherLink link, Views views, Dataset data) {
    var network =
        NetworkDescription.of(
            NetworkSpec.parse(teacher.network()),
            data.shape(),
            data.classes(),
            data.normalisation());
    Path weights = new RunDirectory(study, link.runId()).file(RunDirectory.WEIGHTS);
    return new NetworkScorer(
        network, Weights.read(weights, network), teacher.train().precision(), data.train(), views);
  }

  Targets targets() {
    return targets;
  }

  /** What class rules may know. */
  ClassFacts facts(int examples, ClassPrior prior) {
    return new ClassFacts(prior, examples, labels.teacherMargins());
  }

  LabelWeights validationWeights() {
    return files.validationWeights();
  }

  /** What the cache spared so far, if there is one. */
  @Nullable TeacherPasses passes() {
    return cache == null ? null : new TeacherPasses(passes, cache.filled());
  }

  @Override
  public void close() {
    if (scorer != null) {
      scorer.close();
    }
  }
}
