package org.limbeck.objective;

import java.util.Arrays;
import java.util.List;
import org.limbeck.metric.DeltaWorst;
import org.limbeck.metric.KlBall;

/**
 * A shift of a trained model's scores towards its weak classes: predict argmax_y g_y p_y(x) / (c_y
 * pi_y), with g found on validation.
 *
 * <p>g is the adversary's side of max over rules, min over g in the ball KL(g || uniform) &lt;=
 * delta, of sum_y g_y acc_y: it climbs by exponentiated gradient on the class errors of the rule it
 * makes, is projected onto the ball, and the rule with the best delta-worst accuracy on validation
 * is kept, then refined one class at a time: a local optimum within a budget of scores looked at.
 * delta = 0 is the balanced rule, delta &gt;= log m looks for the best worst-class rule. Source:
 * Narasimhan &amp; Menon, NeurIPS 2021; Wei et al., <i>Distributionally robust post-hoc classifiers
 * under prior shifts</i>, ICLR 2023; docs/method.md, "Post-shift".
 *
 * @param delta radius of the ball, in nats
 * @param logShift log g_y - log c_y - log pi_y, added to the scores, {@code [classes]}
 * @param deltaWorstAccuracy of the rule on validation
 */
public record PostShift(double delta, List<Double> logShift, double deltaWorstAccuracy) {
  private static final int UPDATES = 300;
  private static final double FIRST_STEP = 0.5;
  private static final double LAST_STEP = 0.01;

  /** The largest number of scores that a search evaluates, so that large tables take seconds. */
  private static final double BUDGET = 2e9;

  public PostShift {
    logShift = List.copyOf(logShift);
  }

  /**
   * The shift found on a validation split.
   *
   * @param logProbabilities log p, row-major {@code [examples, classes]}
   * @param labels {@code [examples]}; every class occurs
   * @param prior pi that the model was trained under
   * @param costs c that it was trained with
   * @param delta in nats, &gt;= 0
   */
  public static PostShift fit(
      float[] logProbabilities, int[] labels, ClassPrior prior, double[] costs, double delta) {
    if (!(delta >= 0) || Double.isInfinite(delta)) {
      throw new IllegalArgumentException(
          "delta: expected a finite number of 0 or more, found " + delta);
    }
    int m = prior.classes();
    var base = new double[m];
    for (int y = 0; y < m; y++) {
      base[y] = -Math.log(costs[y]) - Math.log(prior.of(y));
    }
    var search = new Search(new ShiftedRule(logProbabilities, labels, base), m, delta);
    search.ascend();
    search.refine();
    return search.found();
  }

  /** A search for g; keeps the best one found so far. */
  private static final class Search {
    private final ShiftedRule rule;
    private final KlBall ball;
    private final double delta;
    private final int classes;
    private double evaluations;
    private double[] best;
    private double value;

    Search(ShiftedRule rule, int classes, double delta) {
      this.rule = rule;
      this.delta = delta;
      this.classes = classes;
      ball = KlBall.uniform(classes, delta);
      evaluations = Math.max(2, BUDGET / rule.work());
      best = Multipliers.uniform(classes).logValues();
      value = valueOf(rule.classAccuracy(best));
    }

    private double valueOf(double[] classAccuracy) {
      evaluations--;
      return DeltaWorst.of(classAccuracy, delta);
    }

    void ascend() {
      double[] logG = best;
      for (int t = 1; t <= UPDATES && evaluations > 0; t++) {
        double[] accuracy = rule.classAccuracy(logG);
        offer(logG, accuracy);
        var next = logG.clone();
        for (int y = 0; y < classes; y++) {
          next[y] -= accuracy[y] / Math.sqrt(t);
        }
        logG = ball.projected(KlBall.normalised(next));
      }
    }

    private boolean offer(double[] logG, double[] accuracy) {
      double offered = valueOf(accuracy);
      if (offered > value) {
        best = logG;
        value = offered;
        return true;
      }
      return false;
    }

    /** Moves one class at a time, by ever smaller steps, while that helps. */
    void refine() {
      for (double step = FIRST_STEP; step >= LAST_STEP && delta > 0; step /= 2) {
        boolean better = true;
        while (better && evaluations > 0) {
          better = false;
          for (int y = 0; y < classes && evaluations > 0; y++) {
            better |= move(y, step) || move(y, -step);
          }
        }
      }
    }

    private boolean move(int y, double by) {
      double[] moved = best.clone();
      moved[y] += by;
      double[] logG = ball.projected(KlBall.normalised(moved));
      return offer(logG, rule.classAccuracy(logG));
    }

    PostShift found() {
      return new PostShift(delta, Arrays.stream(rule.shift(best)).boxed().toList(), value);
    }
  }
}
