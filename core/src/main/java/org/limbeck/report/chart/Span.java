package org.limbeck.report.chart;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.Interval;

/**
 * The part of a range of values that an axis shows.
 *
 * @param low its lower end
 * @param high its upper end
 */
record Span(double low, double high) {
  private static final double LEAST = 0.04;
  private static final double MARGIN = 0.06;

  /** All means of a metric and their intervals, as far as those leave the means apart. */
  static Span of(Leaderboard leaderboard, SplitMetric metric) {
    List<Interval> intervals = leaderboard.tested().stream().map(row -> row.of(metric)).toList();
    DoubleSummaryStatistics means =
        intervals.stream().mapToDouble(Interval::mean).summaryStatistics();
    double range = Math.max(LEAST, means.getMax() - means.getMin());
    DoubleSummaryStatistics ends =
        intervals.stream().flatMapToDouble(Span::ends).summaryStatistics();
    double low = Math.max(ends.getMin(), means.getMin() - range);
    double high = Math.min(ends.getMax(), means.getMax() + range);
    return of(low, high, 1);
  }

  /** Some values and a margin around them, within 0 and {@code most}. */
  static Span of(double[] values, double most) {
    DoubleSummaryStatistics ends = Arrays.stream(values).summaryStatistics();
    return of(ends.getMin(), ends.getMax(), most);
  }

  private static DoubleStream ends(Interval interval) {
    Double low = interval.low();
    Double high = interval.high();
    return low == null || high == null
        ? DoubleStream.of(interval.mean())
        : DoubleStream.of(low, high);
  }

  private static Span of(double low, double high, double most) {
    double middle = (low + high) / 2;
    double half = Math.max(LEAST, high - low) * (0.5 + MARGIN);
    return new Span(Math.max(0, middle - half), Math.min(most, middle + half));
  }
}
