package org.limbeck.objective;

import java.util.Arrays;

/**
 * The trade-off with the worst class: L_alpha = (1 - alpha) L_bal + alpha max_y R_y.
 *
 * <p>Costs are c_y = ((1-alpha)/m + alpha lambda_y) / pi_y, with the multipliers lambda moved by
 * exponentiated-gradient ascent on the class risks of the validation split. Source: Narasimhan
 * &amp; Menon, <i>Training over-parameterized models with non-decomposable objectives</i>, NeurIPS
 * 2021; Wang et al., <i>Robust distillation for worst-class performance</i>, UAI 2023; derived in
 * docs/method.md.
 *
 * @param alpha the weight of the worst class, in [0, 1]; 0 is the anchor
 * @param anchor what alpha = 0 means
 * @param multipliers how the multipliers move
 * @param form how the costs enter the loss; re-weighted with alpha = 1 and the risks of training
 *     batches it is group DRO (Sagawa et al., ICLR 2020)
 */
public record Robust(
    double alpha, Anchor anchor, MultiplierOptions multipliers, Objective.Form form)
    implements Objective {

  public Robust {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha: expected [0, 1], found " + alpha);
    }
  }

  /** The margin loss. */
  public Robust(double alpha, Anchor anchor, MultiplierOptions multipliers) {
    this(alpha, anchor, multipliers, Objective.Form.MARGIN);
  }

  /** The trade-off alpha against the balanced objective, with default multipliers. */
  public Robust(double alpha) {
    this(alpha, Anchor.BALANCED, MultiplierOptions.DEFAULT);
  }

  @Override
  public String name() {
    return "robust";
  }

  @Override
  public String label() {
    return "robust(" + alpha + ")";
  }

  @Override
  public double[] costs(ClassPrior prior, double[] lambda) {
    if (anchor == Anchor.BALANCED) {
      return costs(prior, lambda, alpha);
    }
    prior.checkClasses(lambda.length);
    var costs = new double[lambda.length];
    for (int y = 0; y < costs.length; y++) {
      costs[y] = (1 - alpha) + alpha * lambda[y] / prior.of(y);
    }
    return costs;
  }

  static double[] costs(ClassPrior prior, double[] lambda, double alpha) {
    prior.checkClasses(lambda.length);
    var costs = new double[lambda.length];
    for (int y = 0; y < costs.length; y++) {
      costs[y] = ((1 - alpha) / costs.length + alpha * lambda[y]) / prior.of(y);
    }
    return costs;
  }

  @Override
  public double value(ClassPrior prior, double[] classRisk) {
    Objective end = anchor == Anchor.BALANCED ? new Balanced() : new Standard();
    return (1 - alpha) * end.value(prior, classRisk) + alpha * worst(classRisk);
  }

  /** The mean of the k largest risks: the maximum over multipliers that are at most 1/k. */
  private double worst(double[] classRisk) {
    int k = multipliers.resolved(1, classRisk.length).worstK();
    double[] sorted = classRisk.clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted, sorted.length - k, sorted.length).average().orElseThrow();
  }

  @Override
  public Objective ofTraining(long updates) {
    StepSize step = new StepSize.Fixed(multipliers.gamma().of(updates));
    return new Robust(alpha, anchor, multipliers.toBuilder().gamma(step).build(), form);
  }

  /** The end of the trade-off opposite to the worst class. */
  public enum Anchor {
    /** alpha = 0 is the balanced objective. */
    BALANCED,
    /** alpha = 0 is the standard objective, for deployments that keep the training frequencies. */
    STANDARD
  }
}
