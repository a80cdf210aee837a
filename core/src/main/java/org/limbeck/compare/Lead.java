package org.limbeck.compare;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.limbeck.metric.Interval;
import org.limbeck.store.judging.Judged;

/**
 * By how much the selected student is judged better than the next, with a 95 % interval.
 *
 * @param next the student that is judged best of all but the selected one
 * @param mean of the difference, in [-1, 1]; below 0 where the next is judged better
 * @param half half-width of the interval, 0 or more
 * @param repeats what the interval is over: several runs where their differences are paired; one
 *     where it comes from the number of examples that judge
 */
record Lead(Combination next, double mean, double half, Repeats repeats) {
  /** The quantile 0.975 of the normal distribution. */
  private static final double NORMAL = 1.959963984540054;

  private static final double ROUNDING = 1e-12;

  /*
   * Paired over seeds by Student's t. With one seed, with other seeds, and where no seed differs
   * from another, the spread says nothing: there each student has its binomial error, and the two
   * are taken as independent, which is on the safe side for students judged by the same examples.
   */
  static Lead of(JudgedMeasure measure, Combination selected, Combination next) {
    double mean = mean(measure, selected) - mean(measure, next);
    Repeats repeats = selected.repeatsJudged();
    if (selected.seeds().equals(next.seeds())) {
      Interval paired = repeats.interval(differences(measure, selected, next));
      Double high = paired.high();
      if (high != null && high - paired.mean() > ROUNDING) {
        return new Lead(next, mean, high - paired.mean(), repeats);
      }
    }
    double error = Math.hypot(binomial(measure, selected), binomial(measure, next));
    return new Lead(next, mean, NORMAL * error, new Repeats(1, 1, 0));
  }

  /** Whether the interval excludes 0. */
  boolean beyondNoise() {
    return Math.abs(mean) > half;
  }

  static double mean(JudgedMeasure measure, Combination student) {
    return student.judged().stream().mapToDouble(measure::of).average().orElseThrow();
  }

  /** The measure of one student less that of another, one value for each seed that they share. */
  static double[] differences(JudgedMeasure measure, Combination one, Combination other) {
    return IntStream.range(0, one.judged().size())
        .mapToDouble(i -> measure.of(one.judged().get(i)) - measure.of(other.judged().get(i)))
        .toArray();
  }

  /** The standard error of one run that comes from the number of examples: of several the mean. */
  static double binomial(JudgedMeasure measure, Combination student) {
    double[] variances =
        student.judged().stream()
            .mapToDouble((Judged.Counts counts) -> measure.standardError(counts))
            .map(error -> error * error)
            .toArray();
    return Math.sqrt(Arrays.stream(variances).average().orElseThrow());
  }
}
