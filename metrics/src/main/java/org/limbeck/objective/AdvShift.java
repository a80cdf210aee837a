package org.limbeck.objective;

import org.limbeck.metric.KlBall;

/**
 * The worst case over label distributions near that of training: max { sum_y q_y R_y : KL(q || pi)
 * &lt;= radius }, with costs c_y = q_y / pi_y.
 *
 * <p>q moves by exponentiated-gradient ascent on the class risks of the training batches, clipped,
 * and is projected onto the ball after each update, so it never leaves it. Source: Zhang, Menon,
 * Veit, Bhojanapalli, Kumar &amp; Sra, <i>Coping with label shift via distributionally robust
 * optimisation</i>, ICLR 2021; the projection is derived in docs/method.md, since public
 * re-implementations disagree.
 *
 * @param radius of the ball, in nats, &gt;= 0
 * @param clip the largest class risk that counts; larger ones are cut to it, &gt; 0
 * @param multipliers gamma is the step size of the ascent; without a floor, which would leave the
 *     ball, and accumulating, since the ascent begins at pi
 * @param form how the costs enter the loss
 */
public record AdvShift(
    double radius, double clip, MultiplierOptions multipliers, Objective.Form form)
    implements Objective {
  public AdvShift {
    requireBall(radius, clip);
    requireFits(multipliers);
  }

  /**
   * Refuses a radius or a clip that makes no ball.
   *
   * @throws IllegalArgumentException naming it
   */
  public static void requireBall(double radius, double clip) {
    if (!(radius >= 0) || Double.isInfinite(radius)) {
      throw new IllegalArgumentException("radius: expected 0 or more, found " + radius);
    }
    if (!(clip > 0)) {
      throw new IllegalArgumentException("clip: expected a number > 0, found " + clip);
    }
  }

  /**
   * Refuses multipliers whose options contradict the ball.
   *
   * @throws IllegalArgumentException naming the option
   */
  public static void requireFits(MultiplierOptions multipliers) {
    if (multipliers.floor() > 0) {
      throw new IllegalArgumentException(
          "multipliers: floor: adv-shift's distribution stays in its ball, which a floor would"
              + " leave; use 0, or a smaller radius");
    }
    if (multipliers.gamma() instanceof StepSize.Budget) {
      throw new IllegalArgumentException(
          "multipliers: gamma: auto is for the robust objective; give adv-shift a number");
    }
    if (multipliers.worstK() != 1) {
      throw new IllegalArgumentException(
          "multipliers: worstK: adv-shift's distribution stays in its ball, which a cap would leave;"
              + " use 1");
    }
    if (multipliers.memory() != MultiplierOptions.Memory.ACCUMULATE) {
      throw new IllegalArgumentException(
          "multipliers: memory: adv-shift continues from the previous distribution; use accumulate");
    }
  }

  @Override
  public String name() {
    return "adv-shift";
  }

  @Override
  public double[] costs(ClassPrior prior, double[] multipliers) {
    prior.checkClasses(multipliers.length);
    var costs = new double[multipliers.length];
    for (int y = 0; y < costs.length; y++) {
      costs[y] = multipliers[y] / prior.of(y);
    }
    return costs;
  }

  @Override
  public double value(ClassPrior prior, double[] classRisk) {
    return new KlBall(prior.toArray(), radius).largestMean(classRisk);
  }

  @Override
  public Multipliers start(ClassPrior prior) {
    var logs = new double[prior.classes()];
    for (int y = 0; y < logs.length; y++) {
      logs[y] = Math.log(prior.of(y));
    }
    return Multipliers.ofLog(logs);
  }

  @Override
  public Multipliers moved(Multipliers now, ClassPrior prior, double[] classRisk) {
    var clipped = new double[classRisk.length];
    for (int y = 0; y < clipped.length; y++) {
      clipped[y] = Math.min(clip, classRisk[y]);
    }
    Multipliers ascended = now.updated(clipped, multipliers.gamma().of(1), multipliers.memory());
    return Multipliers.ofLog(new KlBall(prior.toArray(), radius).projected(ascended.logValues()));
  }
}
