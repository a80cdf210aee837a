package org.limbeck.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ExponentialTest {
  @Property(tries = 2000)
  void of_anyArgument_agreesWithTheLibrary(@ForAll @DoubleRange(min = -690, max = 0) double x) {
    assertThat(Exponential.of(x) / Math.exp(x)).isCloseTo(1, within(1e-14));
  }

  @Test
  void of_ends_areExact() {
    assertThat(Exponential.of(0)).isEqualTo(1);
    assertThat(Exponential.of(-701)).isZero();
    assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
  }
}
