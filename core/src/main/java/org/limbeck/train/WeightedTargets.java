package org.limbeck.train;

import org.limbeck.data.Examples;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.RowWeights;

/** Label weights w_i r_i of examples that do not all count alike. */
final class WeightedTargets implements Targets {
  private final Targets targets;
  private final RowWeights weights;
  private final LabelWeights base;
  private final int width;

  private WeightedTargets(Targets targets, RowWeights weights, int width) {
    this.targets = targets;
    this.width = width;
    this.weights = weights;
    base = targets.base().weighted(weights);
  }

  /**
   * The targets of a training split; {@code targets} themselves if its examples count alike or are
   * weighted in them already.
   *
   * @param width values of one example's label weights
   */
  static Targets of(Targets targets, Examples train, int width) {
    float[] weights = train.details().weights();
    return weights.length == 0 || targets instanceof WeightedTargets
        ? targets
        : new WeightedTargets(targets, RowWeights.of(weights), width);
  }

  @Override
  public LabelWeights base() {
    return base;
  }

  @Override
  public void prepare(int[] examples, int[] views) {
    targets.prepare(examples, views);
  }

  @Override
  public void read(int example, int view, float[] into, int offset) {
    targets.read(example, view, into, offset);
    for (int i = offset; i < offset + width; i++) {
      into[i] *= weights.of(example);
    }
  }
}
