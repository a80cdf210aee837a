package org.limbeck.train;

import java.util.List;

/**
 * What a recipe adds to the margin loss (see {@link org.limbeck.nn.loss.ClassLoss}).
 *
 * @param margins Delta of each class, &gt;= 0; empty for none
 * @param softShare weight of the softened term, in [0, 1]; 0 for none
 * @param temperature T of the softened term, &gt; 0
 * @param costsFrom share of the steps after which the objective's costs count, in [0, 1); costs are
 *     1 before
 */
public record LossOptions(
    List<Double> margins, double softShare, double temperature, double costsFrom) {
  /** The margin loss alone. */
  public static final LossOptions PLAIN = new LossOptions(List.of(), 0, 1, 0);

  public LossOptions {
    margins = List.copyOf(margins);
    if (margins.stream().anyMatch(margin -> !(margin >= 0))) {
      throw new IllegalArgumentException("margins: expected 0 or more, found " + margins);
    }
    if (!(softShare >= 0 && softShare <= 1)) {
      throw new IllegalArgumentException("mix: expected [0, 1], found " + softShare);
    }
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException(
          "temperature: expected a finite number > 0, found " + temperature);
    }
    if (!(costsFrom >= 0 && costsFrom < 1)) {
      throw new IllegalArgumentException("costsFrom: expected [0, 1), found " + costsFrom);
    }
  }

  /** Rows of label weights for each example: two with a softened term. */
  int rows() {
    return softShare > 0 ? 2 : 1;
  }

  /** Whether the margin loss is used alone; costs may still come late. */
  public boolean plain() {
    return margins.isEmpty() && softShare == 0;
  }
}
