package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.limbeck.metric.Interval;
import org.limbeck.metric.PairedComparison;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.report.Studies;
import org.limbeck.store.RunRecord;

class RepeatsTest {
  /** Two classes: 300 and 6 training examples, 12 each for validation and test. */
  private static final Studies STUDY = Studies.grid(2, 3);

  private static final double OVERLAP = 24 / 306.0;

  private static Leaderboard eachSplit() {
    return Leaderboard.of(EachSplit.of(STUDY.runs()), SelectionPlan.DEFAULT);
  }

  @Test
  void of_seedsOfOneSplit_hasNoOverlap() {
    Repeats repeats = STUDY.leaderboard().repeats();
    assertThat(repeats).isEqualTo(new Repeats(3, 1, 0));
    assertThat(repeats.words())
        .isEqualTo("over 3 seeds of one split; it leaves out what another split would change");
    assertThat(repeats.sentence()).contains("over 3 seeds of one split");
  }

  @Test
  void of_splitSeedOfEachRun_isTestToTrain() {
    Repeats repeats = eachSplit().repeats();
    assertThat(repeats.splits()).isEqualTo(3);
    assertThat(repeats.overlap()).isCloseTo(OVERLAP, within(1e-12));
    assertThat(repeats.words()).isEqualTo("over 3 splits (Nadeau-Bengio, n_test/n_train 0.08)");
    assertThat(repeats.sentence()).contains("Nadeau and Bengio (n_test/n_train 0.08)");
  }

  @Test
  void of_oneRun_saysThatThereIsNone() {
    List<RunRecord> run = STUDY.runs().subList(0, 1);
    assertThat(Repeats.of(run)).isEqualTo(new Repeats(1, 1, 0));
    assertThat(Repeats.of(run).words()).isEqualTo("one seed: no interval");
    assertThat(Repeats.of(run).interval(new double[] {0.5}).low()).isNull();
  }

  @Test
  void leaderboard_splits_allIntervalsAndTestsTakeTheirVariance() {
    Leaderboard splits = eachSplit();
    Leaderboard.Row standard = splits.standard().orElseThrow();
    double[] reference = standard.combination().test(SplitMetric.WORST_CLASS_ACCURACY);
    for (Leaderboard.Row row : splits.rows()) {
      double[] values = row.combination().test(SplitMetric.WORST_CLASS_ACCURACY);
      assertThat(row.of(SplitMetric.WORST_CLASS_ACCURACY))
          .isEqualTo(Interval.ofSplits(values, OVERLAP, 0.95));
      if (row.combination().student() != null) {
        PairedComparison expected = PairedComparison.of(values, reference, OVERLAP, 0.95);
        Comparison found = Objects.requireNonNull(row.against(Reference.STANDARD));
        assertThat(found.difference()).isEqualTo(expected.difference());
        assertThat(found.p()).isEqualTo(expected.p());
        Leaderboard.gain(row, splits.standard(), SplitMetric.WORST_CLASS_ACCURACY)
            .ifPresent(gain -> assertThat(gain).isEqualTo(expected.difference()));
      }
    }
  }

  /** By hand: one seed in three differs, s = 0.1 / sqrt(3), and 1/3 + 24/306 = 0.411765. */
  @Test
  void standardError_splits_isLargerThanOfSeeds() {
    double[] values = {0.5, 0.5, 0.6};
    double s = 0.1 / Math.sqrt(3);
    assertThat(eachSplit().repeats().standardError(values))
        .isCloseTo(s * Math.sqrt(0.4117647), within(1e-8));
    assertThat(STUDY.leaderboard().repeats().standardError(values))
        .isCloseTo(s * Math.sqrt(1 / 3.0), within(1e-12));
  }

  @Test
  void cheapFront_splits_gainTakesTheirVariance() {
    List<RunRecord> runs = STUDY.withPostShift(1.0).runs();
    CheapFront seeds =
        CheapFront.of(Leaderboard.of(runs, SelectionPlan.DEFAULT), SelectionPlan.DEFAULT);
    CheapFront splits =
        CheapFront.of(
            Leaderboard.of(EachSplit.of(runs), SelectionPlan.DEFAULT), SelectionPlan.DEFAULT);
    double factor = Math.sqrt((1 / 3.0 + OVERLAP) / (1 / 3.0));
    for (int i = 0; i < seeds.shifts().size(); i++) {
      assertThat(half(splits.shifts().get(i).gain()))
          .isCloseTo(factor * half(seeds.shifts().get(i).gain()), within(1e-12));
    }
    assertThat(seeds.shifts()).isNotEmpty();
  }

  private static double half(Interval interval) {
    return Objects.requireNonNull(interval.high()) - interval.mean();
  }
}
