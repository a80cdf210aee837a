package org.limbeck.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half precision against its definition: (-1)^sign 2^(exponent - 15) (1 + fraction / 1024). */
class Float16Test {
  private static final int FINITE = 0x7c00;

  private static double defined(int magnitude) {
    int exponent = magnitude >> 10;
    int fraction = magnitude & 0x3ff;
    return exponent == 0
        ? Math.scalb(fraction / 1024.0, -14)
        : Math.scalb(1 + fraction / 1024.0, exponent - 15);
  }

  @Test
  void toFloat_everyHalf_isAsDefined() {
    for (int magnitude = 0; magnitude < FINITE; magnitude++) {
      float value = (float) defined(magnitude);
      assertThat(Float16.toFloat((short) magnitude)).isEqualTo(value);
      assertThat(Float16.toFloat((short) (0x8000 | magnitude))).isEqualTo(-value);
    }
    assertThat(Float16.toFloat((short) FINITE)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(Float16.toFloat((short) (0x8000 | FINITE))).isEqualTo(Float.NEGATIVE_INFINITY);
    for (int fraction = 1; fraction < 0x400; fraction++) {
      assertThat(Float16.toFloat((short) (FINITE | fraction))).isNaN();
    }
  }

  @Test
  void of_everyHalf_isItself() {
    for (int magnitude = 0; magnitude < FINITE; magnitude++) {
      assertThat(Float16.of((float) defined(magnitude))).isEqualTo((short) magnitude);
      assertThat(Float16.of(-(float) defined(magnitude))).isEqualTo((short) (0x8000 | magnitude));
    }
  }

  @Test
  void of_theMiddleOfAnyTwoNeighbours_isTheEvenOneAndBesideItTheNearer() {
    for (int magnitude = 0; magnitude < FINITE - 1; magnitude++) {
      float middle = (float) ((defined(magnitude) + defined(magnitude + 1)) / 2);
      int even = magnitude + (magnitude & 1);
      assertThat(Float16.of(middle)).isEqualTo((short) even);
      assertThat(Float16.of(-middle)).isEqualTo((short) (0x8000 | even));
      assertThat(Float16.of(Math.nextDown(middle))).isEqualTo((short) magnitude);
      assertThat(Float16.of(Math.nextUp(middle))).isEqualTo((short) (magnitude + 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "65505, 65504",
    "1e30, 65504",
    "Infinity, 65504",
    "-Infinity, -65504",
    "-70000, -65504",
    "1e-30, 0",
    "NaN, NaN"
  })
  void of_whatNoHalfIs_isTheLargestOrZeroOrNotANumber(float value, float expected) {
    assertThat(Float16.toFloat(Float16.of(value))).isEqualTo(Float.valueOf(expected));
  }
}
