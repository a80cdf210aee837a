package org.limbeck.objective;

/**
 * How the robust objective moves its multipliers (docs/method.md, section 2).
 *
 * @param gamma step size of one exponentiated-gradient update, &gt; 0
 * @param updateEvery training steps between updates, or 0 for one update at the end of each epoch
 * @param measure what is measured on the validation split
 * @param validationLabels the label weights of the validation split
 * @param memory whether earlier risks are remembered
 * @param floor share of the uniform distribution mixed into the multipliers, in [0, 1)
 */
public record MultiplierOptions(
    double gamma,
    int updateEvery,
    Measure measure,
    ValidationLabels validationLabels,
    Memory memory,
    double floor) {

  /** Chosen by measurement: docs/design-decisions.md, "Defaults of the robust objective". */
  public static final MultiplierOptions DEFAULT =
      new MultiplierOptions(
          0.1, 16, Measure.ZERO_ONE, ValidationLabels.ONE_HOT, Memory.ACCUMULATE, 0.0);

  public MultiplierOptions {
    if (!(gamma > 0) || Double.isInfinite(gamma)) {
      throw new IllegalArgumentException("gamma: expected a finite number > 0, found " + gamma);
    }
    if (updateEvery < 0) {
      throw new IllegalArgumentException("updateEvery: expected 0 or more, found " + updateEvery);
    }
    if (!(floor >= 0 && floor < 1)) {
      throw new IllegalArgumentException("floor: expected [0, 1), found " + floor);
    }
  }
}
