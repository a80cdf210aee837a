package org.limbeck.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.limbeck.base.NamedRandom;

class MixtureWeightsTest {
  private static double[] logs(double... probabilities) {
    var logs = new double[probabilities.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(probabilities[i]);
    }
    return logs;
  }

  /** (w 0.8 + (1 - w) 0.2)^3 (w 0.2 + (1 - w) 0.8): u = 0.2 + 0.6 w = 3/4 is best. */
  @Test
  void fit_twoMembers_isTheMaximumByHand() {
    var fitted =
        MixtureWeights.fit(new double[][] {logs(0.8, 0.8, 0.8, 0.2), logs(0.2, 0.2, 0.2, 0.8)});
    assertThat(fitted.weights()[0]).isCloseTo(0.55 / 0.6, within(1e-3));
    assertThat(fitted.gap()).isLessThanOrEqualTo(1e-7);
  }

  @Test
  void fit_memberThatIsAlwaysWorse_getsNothing() {
    var fitted = MixtureWeights.fit(new double[][] {logs(0.9, 0.8), logs(0.3, 0.1)});
    assertThat(fitted.weights()[1]).isLessThan(1e-5);
    assertThat(fitted.weights()[0] + fitted.weights()[1]).isCloseTo(1, within(1e-12));
  }

  @Test
  void fit_equalMembers_keepEqualWeights() {
    double[] member = logs(0.9, 0.2, 0.5);
    assertThat(MixtureWeights.fit(new double[][] {member, member.clone()}).weights())
        .containsExactly(0.5, 0.5);
  }

  /** Every other point of a grid over the simplex fits no better. */
  @Test
  void fit_threeMembers_isNotBeatenOnAGrid() {
    var random = new NamedRandom(3, "members");
    var logs = new double[3][200];
    for (double[] member : logs) {
      for (int i = 0; i < member.length; i++) {
        member[i] = Math.log(random.nextDouble());
      }
    }
    MixtureWeights fitted = MixtureWeights.fit(logs);
    double best = likelihood(logs, fitted.weights());
    for (int a = 0; a <= 50; a++) {
      for (int b = 0; b <= 50 - a; b++) {
        double[] weights = {a / 50.0, b / 50.0, (50 - a - b) / 50.0};
        assertThat(likelihood(logs, weights)).isLessThanOrEqualTo(best + fitted.gap());
      }
    }
  }

  /** log(1 - (1 - 1/e) u) + log u, but for e^-10, is largest at u = 1 / (2 (1 - 1/e)) = 0.791. */
  @Test
  void fit_probabilitiesThatUnderflow_areTakenInProportion() {
    double[][] logs = {{-1000, -2000}, {-1001, -1990}};
    assertThat(MixtureWeights.fit(logs).weights()[1]).isCloseTo(0.791, within(1e-3));
  }

  private static double likelihood(double[][] logs, double[] weights) {
    double sum = 0;
    for (int i = 0; i < logs[0].length; i++) {
      double p = 0;
      for (int k = 0; k < weights.length; k++) {
        p += weights[k] * Math.exp(logs[k][i]);
      }
      sum += Math.log(p) / logs[0].length;
    }
    return sum;
  }
}
