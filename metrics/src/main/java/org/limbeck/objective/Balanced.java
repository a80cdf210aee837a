package org.limbeck.objective;

/**
 * The average over classes: L_bal = (1/m) sum_y R_y, costs (1/m)/pi_y.
 *
 * <p>With one-hot labels this is the logit adjustment of Menon et al., <i>Long-tail learning via
 * logit adjustment</i>, ICLR 2021.
 *
 * @param form how the costs enter the loss
 */
public record Balanced(Objective.Form form) implements Objective {
  /** The margin loss. */
  public Balanced() {
    this(Objective.Form.MARGIN);
  }

  @Override
  public String name() {
    return "balanced";
  }

  @Override
  public double[] costs(ClassPrior prior, double[] multipliers) {
    return Robust.costs(prior, multipliers, 0.0);
  }

  @Override
  public double value(ClassPrior prior, double[] classRisk) {
    prior.checkClasses(classRisk.length);
    double sum = 0;
    for (double risk : classRisk) {
      sum += risk;
    }
    return sum / classRisk.length;
  }
}
