package org.limbeck.objective;

/**
 * The step size gamma of an update of the multipliers: a number, or a budget for all updates of a
 * training together.
 *
 * <p>After u updates log(lambda_y / lambda_j) is at most gamma u, so the product says how far the
 * multipliers can move, and gamma alone does not: 24 updates at 0.1 cannot move them past 2.4, and
 * 3,000 can put everything on one class. Source: docs/method.md, section 2.
 */
public sealed interface StepSize {
  /** What {@link #AUTO} holds gamma times the number of updates at. */
  double BUDGET = 10;

  /** The budget {@link #BUDGET}. */
  StepSize AUTO = new Budget(BUDGET);

  /**
   * The step size of a training.
   *
   * @param updates that the training makes in all, at least 1
   */
  double of(long updates);

  /**
   * The same for every training.
   *
   * @param gamma finite, &gt; 0
   */
  record Fixed(double gamma) implements StepSize {
    public Fixed {
      requirePositive("gamma", gamma);
    }

    @Override
    public double of(long updates) {
      return gamma;
    }
  }

  /**
   * gamma = total / updates.
   *
   * @param total finite, &gt; 0
   */
  record Budget(double total) implements StepSize {
    public Budget {
      requirePositive("gamma: budget", total);
    }

    @Override
    public double of(long updates) {
      return total / Math.max(1, updates);
    }
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + ": expected a finite number > 0, found " + value);
    }
  }
}
