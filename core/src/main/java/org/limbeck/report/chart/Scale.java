package org.limbeck.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to lengths of a drawing, linearly or by their logarithm.
 *
 * @param low value drawn at {@code from}
 * @param high value drawn at {@code to}, greater than {@code low}
 * @param from length in the drawing
 * @param to length in the drawing
 * @param logarithmic whether equal ratios are equally long; {@code low} is then &gt; 0
 */
record Scale(double low, double high, double from, double to, boolean logarithmic) {
  private static final double[] NICE = {1, 2, 2.5, 5, 10};
  private static final double[] COARSE = {1, 2, 5};
  private static final double[] FINE = {1, 1.5, 2, 3, 4, 5, 7};

  /** A linear scale. */
  static Scale linear(double low, double high, double from, double to) {
    return new Scale(low, high, from, to, false);
  }

  /** Where a value is drawn; values outside the scale are drawn at its nearer end. */
  double at(double value) {
    double kept = Math.max(low, Math.min(high, value));
    double share =
        logarithmic ? Math.log(kept / low) / Math.log(high / low) : (kept - low) / (high - low);
    return from + share * (to - from);
  }

  /** Round values on the scale, about {@code most} of them on a linear one. */
  List<Double> ticks(int most) {
    return logarithmic ? logarithmicTicks() : linearTicks(most);
  }

  private List<Double> linearTicks(int most) {
    double step = step((high - low) / most);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double nice : NICE) {
      if (nice * power >= least * (1 - 1e-9)) {
        return nice * power;
      }
    }
    return 10 * power;
  }

  private List<Double> logarithmicTicks() {
    double decades = Math.log10(high / low);
    double[] digits = decades < 0.8 ? FINE : decades < 3 ? COARSE : new double[] {1};
    List<Double> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
      for (double digit : digits) {
        double tick = digit * Math.pow(10, power);
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
