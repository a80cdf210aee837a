package org.limbeck.train;

import org.jspecify.annotations.Nullable;
import org.limbeck.objective.LabelWeights;
import org.limbeck.teacher.ScoreCache;
import org.limbeck.teacher.StudentLabels;
import org.limbeck.teacher.ViewLogits;

/**
 * Label weights made with a teacher: from its logits of the examples as they are, or from a score
 * cache for the very view that the student sees.
 */
public final class TeacherTargets implements Targets {
  private final StudentLabels labels;
  private final LabelWeights base;
  private final float[] logits;
  private final @Nullable ScoreCache cache;
  private final @Nullable ViewLogits scorer;

  private TeacherTargets(
      StudentLabels labels,
      float[] logits,
      @Nullable ScoreCache cache,
      @Nullable ViewLogits scorer) {
    this.labels = labels;
    this.logits = logits;
    this.cache = cache;
    this.scorer = scorer;
    base = labels.base(logits);
  }

  /**
   * Targets of a student that sees the examples as they are.
   *
   * @param logits of the training split, {@code [examples, classes]}
   */
  public static TeacherTargets plain(StudentLabels labels, float[] logits) {
    return new TeacherTargets(labels, logits, null, null);
  }

  /**
   * Targets of a student that sees views.
   *
   * @param logits of the training split without augmentation: they make the prior
   * @param cache of this teacher's scores
   * @param scorer this teacher; used for views that the cache lacks
   */
  public static TeacherTargets ofViews(
      StudentLabels labels, float[] logits, ScoreCache cache, ViewLogits scorer) {
    return new TeacherTargets(labels, logits, cache, scorer);
  }

  @Override
  public LabelWeights base() {
    return base;
  }

  @Override
  public void prepare(int[] examples, int[] views) {
    if (cache != null && scorer != null) {
      cache.fill(examples, views, scorer);
    }
  }

  @Override
  public void read(int example, int view, float[] into, int offset) {
    int m = base.classes();
    var row = new float[m];
    if (cache == null) {
      System.arraycopy(logits, example * m, row, 0, m);
    } else {
      cache.read(example, view, row);
    }
    labels.write(example, row, into, offset);
  }
}
