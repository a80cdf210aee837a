package org.limbeck.train;

import org.limbeck.objective.LabelWeights;
import org.limbeck.teacher.ScoreCache;
import org.limbeck.teacher.ScoreCalibration;
import org.limbeck.teacher.ViewScorer;

/**
 * A teacher's calibrated probabilities for the very view that a student sees, from a cache that is
 * filled as training goes on.
 *
 * <p>{@link #prepare} is for one thread at a time, the one that owns the scorer.
 */
public final class TeacherTargets implements Targets {
  private final LabelWeights base;
  private final ScoreCalibration calibration;
  private final ScoreCache cache;
  private final ViewScorer scorer;

  /**
   * Targets of one student.
   *
   * @param base label weights of the examples without augmentation
   * @param calibration how logits become probabilities
   * @param scorer computes what is not in the cache
   */
  public TeacherTargets(
      LabelWeights base, ScoreCalibration calibration, ScoreCache cache, ViewScorer scorer) {
    this.base = base;
    this.calibration = calibration;
    this.cache = cache;
    this.scorer = scorer;
  }

  @Override
  public LabelWeights base() {
    return base;
  }

  @Override
  public void prepare(int[] examples, int[] views) {
    cache.fill(examples, views, scorer);
  }

  @Override
  public void read(int example, int view, float[] into, int offset) {
    var logits = new float[base.classes()];
    cache.read(example, view, logits);
    double[] probabilities = calibration.probabilities(logits);
    for (int y = 0; y < probabilities.length; y++) {
      into[offset + y] = (float) probabilities[y];
    }
  }
}
