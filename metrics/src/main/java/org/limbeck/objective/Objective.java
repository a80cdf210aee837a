package org.limbeck.objective;

import org.jspecify.annotations.Nullable;

/**
 * A weighting of the class risks that a run minimises, and the costs that make SGD minimise it.
 *
 * <p>The three objectives of the paper are one margin loss with three cost vectors (docs/method.md,
 * section 2): standard and balanced fix the costs, robust moves them.
 */
public sealed interface Objective permits Standard, Balanced, Robust, FixedCosts, AdvShift {

  /** The name a study file uses, like {@code standard}, {@code balanced} or {@code robust}. */
  String name();

  /** The name with its trade-off, for tables: {@code robust(0.5)}. */
  default String label() {
    return name();
  }

  /**
   * The costs c, one for each class, all &gt; 0. A common factor changes nothing in the margin loss
   * and scales the step in {@link Form#REWEIGHT}.
   *
   * @param prior the class prior pi of the training label weights
   * @param multipliers lambda, one for each class, on the simplex; fixed objectives ignore it
   */
  double[] costs(ClassPrior prior, double[] multipliers);

  /**
   * The value of this objective for given class risks.
   *
   * @param prior the class prior pi
   * @param classRisk R_y for each class
   */
  double value(ClassPrior prior, double[] classRisk);

  /** How the costs enter the loss. */
  default Form form() {
    return Form.MARGIN;
  }

  /** How the multipliers move; null where nothing moves them. */
  default @Nullable MultiplierOptions multipliers() {
    return null;
  }

  /** The multipliers before the first step. */
  default Multipliers start(ClassPrior prior) {
    return Multipliers.uniform(prior.classes());
  }

  /**
   * The multipliers after one update; unchanged where nothing moves them.
   *
   * @param classRisk V_y for each class, finite
   */
  default Multipliers moved(Multipliers now, ClassPrior prior, double[] classRisk) {
    MultiplierOptions options = multipliers();
    return options == null ? now : moved(now, options, classRisk);
  }

  private static Multipliers moved(Multipliers now, MultiplierOptions options, double[] classRisk) {
    MultiplierOptions own = options.resolved(1, classRisk.length);
    return now.updated(classRisk, own.gamma().of(1), own.memory()).capped(own.worstK());
  }

  /**
   * The objective of one training, where options that depend on its length have a value.
   *
   * @param updates of the multipliers that the training makes in all
   */
  default Objective ofTraining(long updates) {
    return this;
  }

  /** How costs enter the loss (docs/method.md, section 2). */
  public enum Form {
    /** l_c(r, z) = -sum_y r_y log softmax(z - log c)_y: moves the margins. */
    MARGIN,
    /** -sum_y c_y r_y log softmax(z)_y: plain cross-entropy, re-weighted. */
    REWEIGHT
  }
}
