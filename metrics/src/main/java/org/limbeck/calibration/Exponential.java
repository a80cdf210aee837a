package org.limbeck.calibration;

/**
 * e^x for softmax over large tables, about three times as fast as {@link Math#exp}.
 *
 * <p>With k = round(64 x / ln 2) and r = x - k ln 2 / 64: e^x = 2^(k / 64) e^r, a table of 64
 * values times a polynomial in |r| &lt; 0.0055. Its relative error is below 1e-14 (Tang, ACM TOMS
 * 1989, in outline).
 */
final class Exponential {
  private static final int STEPS = 64;
  private static final double PER_STEP = STEPS / Math.log(2);
  // ln 2 / 64 in two parts, so that k times the first is exact.
  private static final double STEP_HIGH = 0x1.62e42fee00000p-7;
  private static final double STEP_LOW = 0x1.a39ef35793c76p-39;
  // Adding and subtracting it rounds to the nearest whole number.
  private static final double ROUND = 0x1.8p52;
  private static final double LEAST = -700;
  private static final double[] POWERS = powers();

  private Exponential() {}

  private static double[] powers() {
    var powers = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      powers[i] = Math.pow(2, (double) i / STEPS);
    }
    return powers;
  }

  /** e^x for x &lt;= 0; 0 where that is below 1e-304. */
  static double of(double x) {
    if (x < LEAST) {
      return 0;
    }
    double rounded = x * PER_STEP + ROUND;
    double k = rounded - ROUND;
    long bits = Double.doubleToRawLongBits(rounded);
    double r = x - k * STEP_HIGH - k * STEP_LOW;
    double polynomial = 1 + r * (1 + r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120)))));
    double power = POWERS[(int) (bits & (STEPS - 1))];
    // The exponent grows by floor(k / 64): k's low bits chose the table entry.
    long exponent = ((int) k >> 6);
    return Double.longBitsToDouble(
        Double.doubleToRawLongBits(power * polynomial) + (exponent << 52));
  }
}
