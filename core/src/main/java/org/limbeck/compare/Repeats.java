package org.limbeck.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.limbeck.metric.Interval;
import org.limbeck.metric.PairedComparison;
import org.limbeck.metric.Sample;
import org.limbeck.store.RunRecord;
import org.limbeck.store.SplitResult;

/**
 * What the runs of a combination repeat: the training on one split, or the splits of one data set
 * too. Source: docs/method.md, section 5, "Over seeds".
 *
 * @param runs how many
 * @param splits how many different ones
 * @param overlap examples that a run is measured on / examples that it is trained on, both in the
 *     mean over runs; 0 for runs on one split
 */
public record Repeats(int runs, int splits, double overlap) {

  /** What some runs repeat, where they are measured on test. */
  public static Repeats of(List<RunRecord> runs) {
    return of(runs, run -> sum(run.data().testCounts()));
  }

  /** What some runs repeat, where they are measured on the whole validation split. */
  public static Repeats onValidation(List<RunRecord> runs) {
    return of(runs, run -> sum(run.data().validationCounts()));
  }

  private static Repeats of(List<RunRecord> runs, ToLongFunction<RunRecord> measured) {
    return measuredOn(runs, runs.stream().mapToLong(measured).sum());
  }

  /**
   * What some runs repeat.
   *
   * @param measured number of examples that they are measured on, all runs together
   */
  static Repeats measuredOn(List<RunRecord> runs, long measured) {
    int splits = (int) runs.stream().map(run -> run.spec().splitSeed()).distinct().count();
    long trained = runs.stream().mapToLong(run -> sum(run.data().trainCounts())).sum();
    return new Repeats(runs.size(), splits, splits > 1 ? (double) measured / trained : 0);
  }

  private static long sum(List<Integer> counts) {
    return counts.stream().mapToLong(Integer::longValue).sum();
  }

  /** Whether runs have splits of their own. */
  public boolean severalSplits() {
    return splits > 1;
  }

  /** The 95 % interval of the mean of a value of each run. */
  public Interval interval(double[] values) {
    return Interval.ofSplits(values, overlap, SplitResult.CONFIDENCE);
  }

  /** The comparison of two combinations by a value of each run, those of a seed paired. */
  public PairedComparison compared(double[] values, double[] others) {
    return PairedComparison.of(values, others, overlap, SplitResult.CONFIDENCE);
  }

  /** The standard error of the mean of a value of each run; 0 for one run. */
  double standardError(double[] values) {
    return Sample.of(values, overlap).standardError();
  }

  /** The kind of the intervals in a sentence, for a page; of one run, which has none, too. */
  public String sentence() {
    if (runs == 1) {
      return "One seed has no interval.";
    }
    return severalSplits()
        ? String.format(
            Locale.ROOT,
            "Intervals are 95 %% t-intervals over %d splits of one data set, with the variance of"
                + " Nadeau and Bengio (n_test/n_train %.2f): the splits share training examples.",
            runs,
            overlap)
        : "Intervals are 95 %% t-intervals over %s seeds of one split: they leave out what another split would change."
            .formatted(runs);
  }

  /** The kind of the intervals, to follow "95 % interval"; of one run, which has none, too. */
  public String words() {
    if (runs == 1) {
      return "one seed: no interval";
    }
    return severalSplits()
        ? String.format(
            Locale.ROOT, "over %d splits (Nadeau-Bengio, n_test/n_train %.2f)", runs, overlap)
        : "over %s seeds of one split; it leaves out what another split would change"
            .formatted(runs);
  }
}
