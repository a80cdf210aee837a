package org.limbeck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.metric.KlBall;

class AdvShiftTest {
  private static final ClassPrior PRIOR = ClassPrior.of(0.6, 0.3, 0.09, 0.01);

  private static AdvShift objective(double radius, double gamma) {
    return new AdvShift(radius, 2, MultiplierOptions.onBatches(gamma), Objective.Form.REWEIGHT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-3, 0.1, 1, 10})
  void moved_manyUpdates_staysInTheBall(double radius) {
    AdvShift objective = objective(radius, 0.5);
    var ball = new KlBall(PRIOR.toArray(), radius);
    var random = new SplittableRandom(3);
    Multipliers q = objective.start(PRIOR);
    for (int update = 0; update < 300; update++) {
      double[] risk = random.doubles(4, 0, update % 10 == 0 ? 50 : 1).toArray();
      q = objective.moved(q, PRIOR, risk);
      assertThat(ball.divergence(q.logValues())).isLessThanOrEqualTo(radius + 1e-9);
    }
  }

  @Test
  void moved_worseClassInsideTheBall_isExponentiatedGradient() {
    Multipliers moved =
        objective(10, 0.1).moved(objective(10, 0.1).start(PRIOR), PRIOR, new double[] {0, 0, 0, 1});
    double sum = 0.99 + 0.01 * Math.exp(0.1);
    assertThat(moved.values(0)[3]).isCloseTo(0.01 * Math.exp(0.1) / sum, within(1e-12));
  }

  @Test
  void moved_riskAboveTheClip_countsAsTheClip() {
    AdvShift objective = objective(10, 0.1);
    Multipliers start = objective.start(PRIOR);
    double[] clipped = objective.moved(start, PRIOR, new double[] {0, 0, 0, 2}).values(0);
    double[] huge = objective.moved(start, PRIOR, new double[] {0, 0, 0, 400}).values(0);
    assertThat(huge).containsExactly(clipped);
  }

  @Test
  void multipliers_thatLeaveTheBall_areRefused() {
    MultiplierOptions floor = MultiplierOptions.onBatches(0.1).toBuilder().floor(0.5).build();
    assertThatThrownBy(() -> new AdvShift(0.1, 2, floor, Objective.Form.REWEIGHT))
        .hasMessageStartingWith("multipliers: floor: adv-shift's distribution stays in its ball");
    MultiplierOptions memoryless =
        MultiplierOptions.onBatches(0.1).toBuilder()
            .memory(MultiplierOptions.Memory.MEMORYLESS)
            .build();
    assertThatThrownBy(() -> new AdvShift(0.1, 2, memoryless, Objective.Form.REWEIGHT))
        .hasMessageStartingWith("multipliers: memory: adv-shift continues from");
  }

  @Test
  void costs_atTheStart_areOne() {
    AdvShift objective = objective(0.1, 0.1);
    assertThat(objective.costs(PRIOR, objective.start(PRIOR).values(0)))
        .containsExactly(new double[] {1, 1, 1, 1}, within(1e-12));
  }

  @Test
  void value_ball_liesBetweenMeanAndWorst() {
    double[] risk = {0.1, 0.2, 0.5, 0.9};
    double mean = new Standard().value(PRIOR, risk);
    assertThat(objective(0, 0.1).value(PRIOR, risk)).isCloseTo(mean, within(1e-9));
    assertThat(objective(0.1, 0.1).value(PRIOR, risk)).isBetween(mean + 0.05, 0.85);
    assertThat(objective(10, 0.1).value(PRIOR, risk)).isCloseTo(0.9, within(1e-6));
  }

  @Test
  void value_ball_isTheBestOfAGridOfDistributions() {
    ClassPrior prior = ClassPrior.of(0.7, 0.2, 0.1);
    double[] risk = {0.2, 0.9, 0.5};
    var ball = new KlBall(prior.toArray(), 0.2);
    double best = 0;
    for (double a = 0.001; a < 1; a += 0.001) {
      for (double b = 0.001; a + b < 1; b += 0.001) {
        double[] q = {Math.log(a), Math.log(b), Math.log(1 - a - b)};
        if (ball.divergence(q) <= 0.2) {
          best = Math.max(best, a * risk[0] + b * risk[1] + (1 - a - b) * risk[2]);
        }
      }
    }
    assertThat(ball.largestMean(risk)).isCloseTo(best, within(2e-3));
  }
}
