package org.limbeck.nn;

import java.util.List;

/**
 * The learning rate over a run: linear warm-up, then cosine or steps.
 *
 * @param kind the shape after the warm-up
 * @param warmupEpochs epochs of linear growth from 0, may be fractional, &gt;= 0
 * @param milestones STEP: shares of the run, ascending in (0, 1), at which the rate drops; COSINE:
 *     none
 * @param factor STEP: what the rate is multiplied by at each milestone, in (0, 1]
 */
public record Schedule(Kind kind, double warmupEpochs, List<Double> milestones, double factor) {

  /** The shapes. */
  public enum Kind {
    /** Half a cosine down to 0 (Loshchilov &amp; Hutter, ICLR 2017). */
    COSINE,
    /** Constant between milestones. */
    STEP
  }

  public Schedule {
    milestones = kind == Kind.STEP ? List.copyOf(milestones) : List.of();
    if (kind == Kind.STEP && milestones.isEmpty()) {
      throw new IllegalArgumentException("milestones: expected at least one share in (0, 1)");
    }
    if (!(warmupEpochs >= 0) || Double.isInfinite(warmupEpochs)) {
      throw new IllegalArgumentException("warmupEpochs: expected 0 or more, found " + warmupEpochs);
    }
    double last = 0;
    for (double milestone : milestones) {
      if (!(milestone > last && milestone < 1)) {
        throw new IllegalArgumentException(
            "milestones: expected ascending shares in (0, 1), found " + milestones);
      }
      last = milestone;
    }
    if (!(factor > 0 && factor <= 1)) {
      throw new IllegalArgumentException("factor: expected (0, 1], found " + factor);
    }
  }

  /**
   * The rate of one step as a share of the peak.
   *
   * @param step from 0
   * @param stepsPerEpoch &gt; 0
   * @param epochs of the whole run
   */
  public double at(long step, int stepsPerEpoch, int epochs) {
    double warmup = warmupEpochs * stepsPerEpoch;
    if (step < warmup) {
      return (step + 1.0) / (warmup + 1);
    }
    double total = (double) stepsPerEpoch * epochs;
    if (kind == Kind.COSINE) {
      double done = (step - warmup) / Math.max(1, total - warmup);
      return 0.5 * (1 + Math.cos(Math.PI * done));
    }
    long passed = milestones.stream().filter(milestone -> step >= milestone * total).count();
    return Math.pow(factor, (double) passed);
  }
}
