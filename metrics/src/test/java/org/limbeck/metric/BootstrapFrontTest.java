package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapFrontTest {
  private static List<Double> shares(double[][] first, double[][] second) {
    return BootstrapFront.of(first, second).orElseThrow().shares();
  }

  @Test
  void of_dominated_isNeverOnIt() {
    double[][] first = {{0.9, 0.8, 0.9}, {0.5, 0.4, 0.6}, {0.9, 0.8, 0.9}};
    double[][] second = {{0.3, 0.2, 0.4}, {0.2, 0.1, 0.1}, {0.3, 0.2, 0.4}};
    assertThat(shares(first, second)).containsExactly(1.0, 0.0, 1.0);
  }

  /** The first wins unless both draws take its bad seed, which has the probability 1/4. */
  @Test
  void of_twoSeeds_isTheShareOfTheirDraws() {
    double[][] first = {{1, 0}, {0.4, 0.4}};
    double[][] second = {{0.5, 0.5}, {0.5, 0.5}};
    List<Double> shares = shares(first, second);
    assertThat(shares.get(0)).isCloseTo(0.75, within(0.05));
    assertThat(shares.get(0) + shares.get(1)).isEqualTo(1, within(1e-12));
  }

  /** Seeds differ far more than the two recipes; drawn apart, each would win about half. */
  @Test
  void of_betterInEverySeed_isAlwaysOnIt() {
    double[][] first = {{0.9, 0.1, 0.5}, {0.89, 0.09, 0.49}};
    double[][] second = {{0.2, 0.8, 0.3}, {0.19, 0.79, 0.29}};
    assertThat(shares(first, second)).containsExactly(1.0, 0.0);
  }

  @Test
  void of_again_isTheSame() {
    double[][] first = {{0.9, 0.1, 0.5}, {0.3, 0.4, 0.6}, {0.5, 0.5, 0.4}};
    double[][] second = {{0.2, 0.8, 0.3}, {0.4, 0.4, 0.5}, {0.3, 0.6, 0.4}};
    assertThat(shares(first, second)).isEqualTo(shares(first, second));
  }

  @Test
  void of_oneSeedOrNoPoints_isAbsent() {
    assertThat(BootstrapFront.of(new double[][] {{1}, {2}}, new double[][] {{1}, {2}})).isEmpty();
    assertThat(BootstrapFront.of(new double[0][], new double[0][])).isEmpty();
  }

  @Test
  void of_otherSeeds_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> BootstrapFront.of(new double[][] {{1, 2}, {1}}, new double[][] {{1, 2}, {1, 2}}))
        .withMessage("expected 2 seeds of each point, found 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BootstrapFront.of(new double[][] {{1, 2}}, new double[0][]))
        .withMessage("expected 1 second values, found 0");
  }
}
