package org.limbeck.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.limbeck.metric.Interval;

class PercentTest {

  @Test
  void bounds_betweenTwoDecimals_areRoundedToTheSafeSide() {
    assertThat(Percent.lower(0.81239)).isEqualTo("81.23 %");
    assertThat(Percent.upper(0.81231)).isEqualTo("81.24 %");
    assertThat(Percent.lower(0)).isEqualTo("0.00 %");
    assertThat(Percent.upper(1)).isEqualTo("100.00 %");
    assertThat(Percent.lower(1e-9)).isEqualTo("0.00 %");
  }

  @Test
  void intervals_ofSeveralSeeds_haveBothEnds() {
    assertThat(Percent.of(new Interval(0.5, 0.4, 0.6))).isEqualTo("50.00 % (40.00 to 60.00 %)");
    assertThat(Percent.points(new Interval(0.1, -0.05, 0.25)))
        .isEqualTo("+10.00 points (-5.00 to +25.00)");
  }

  @Test
  void intervals_ofOneSeed_sayThatThereIsNone() {
    assertThat(Percent.of(new Interval(0.5, null, null)))
        .isEqualTo("50.00 % (one seed: no interval)");
  }
}
