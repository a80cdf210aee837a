package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.report.Studies;
import org.limbeck.store.RunRecord;
import org.limbeck.store.judging.Judged;

/** Sentences on made-up students of two classes with 12 validation examples each. */
class ChoiceSentencesTest {
  private static final String RULE =
      " Of students within one standard error of the best, the most accurate one is selected.";

  private static List<Combination> students(boolean splits) {
    List<RunRecord> runs = Studies.grid(2, 3).runs();
    return Leaderboard.of(splits ? EachSplit.of(runs) : runs, SelectionPlan.DEFAULT)
        .students()
        .stream()
        .map(Leaderboard.Row::combination)
        .toList();
  }

  private static final List<Combination> SEEDS = students(false);

  private static Judged.Counts counts(List<Integer> examples, int... right) {
    return new Judged.Counts(
        new Judged.Hits(examples, Arrays.stream(right).boxed().toList()), null, null);
  }

  /**
   * A student that gets all of class 0 right, and of 10 of class 1 the given number in each run.
   */
  private static Combination judged(List<Combination> of, int student, int... right) {
    List<Judged.Counts> counts = new ArrayList<>();
    Arrays.stream(right).forEach(one -> counts.add(counts(List.of(10, 10), 10, one)));
    Combination one = of.get(student);
    return new Combination(
        one.teacher(), one.student(), one.runs().subList(0, right.length), counts);
  }

  /** The sentences on students of which the first is selected; the last is on the regret. */
  private static List<String> sentences(Combination... students) {
    return ChoiceSentences.of(leaderboard(students), SelectionPlan.DEFAULT);
  }

  private static Leaderboard leaderboard(Combination... students) {
    return new Leaderboard(
        Arrays.stream(students)
            .map(
                one ->
                    new Leaderboard.Row(
                        one, Map.of(), Map.of(), FrontPlace.NONE, one.equals(students[0])))
            .toList());
  }

  /** By hand: smoothed 9/12 and 7/12, variances 0.01875 and 0.0243056; 1.959964 sqrt = 0.406706. */
  @Test
  void of_oneSeed_takesTheNormalIntervalOfBoth() {
    List<String> sentences = sentences(judged(SEEDS, 0, 8), judged(SEEDS, 1, 6));
    assertThat(sentences.get(0))
        .isEqualTo(
            "Judged by validation examples that drove none of the students they judge: worst-class"
                + " accuracy 80.0 %. The next, standard / balanced, was judged 20.0 ± 40.7 points"
                + " worse (95 % interval by the number of examples): not beyond noise."
                + RULE);
    assertThat(sentences.get(1))
        .isEqualTo(
            "Its worst class is judged by 10 of its 12 validation examples; 48, four times as many,"
                + " would halve the standard error of one training that comes from their number,"
                + " 13.7 points.");
  }

  /** Differences 0.2, 0.3, 0.4: s = 0.1, half-width 4.302653 * 0.1 / sqrt(3) = 0.248414. */
  @Test
  void of_seedsOfOneSplit_pairsThem() {
    assertThat(sentences(judged(SEEDS, 0, 8, 8, 8), judged(SEEDS, 1, 6, 5, 4)).get(0))
        .endsWith(
            "worst-class accuracy 80.0 %. The next, standard / balanced, was judged 30.0 ± 24.8"
                + " points worse (95 % interval over 3 seeds): beyond noise."
                + RULE);
  }

  /** The same, with 20 judging and 306 training examples: 4.302653 * 0.1 * sqrt(1/3 + 20/306). */
  @Test
  void of_splits_widensTheInterval() {
    List<Combination> splits = students(true);
    assertThat(sentences(judged(splits, 0, 8, 8, 8), judged(splits, 1, 6, 5, 4)).get(0))
        .contains("judged 30.0 ± 27.2 points worse (95 % interval over 3 splits): beyond noise.");
  }

  @Test
  void of_tie_isAsGood() {
    assertThat(sentences(judged(SEEDS, 0, 8, 7, 8), judged(SEEDS, 1, 7, 8, 8)).get(0))
        .contains(
            "The next, standard / balanced, was judged as good (± 24.8 points, 95 % interval over 3"
                + " seeds).");
  }

  @Test
  void of_oneCandidate_namesNoNext() {
    assertThat(sentences(judged(SEEDS, 0, 8, 7, 8)).get(0))
        .endsWith("accuracy 76.7 %. There was no other student to choose.");
  }

  /** The second student is judged better on class 1, and less accurate. */
  @Test
  void of_nextJudgedBetter_saysSo() {
    Combination better = SEEDS.get(1);
    var next =
        new Combination(
            better.teacher(),
            better.student(),
            better.runs().subList(0, 1),
            List.of(counts(List.of(10, 10), 7, 7)));
    assertThat(sentences(judged(SEEDS, 0, 6), next).get(0))
        .contains("accuracy 60.0 %. The next, standard / balanced, was judged 10.0 ± 42.3 ")
        .contains("points better (95 % interval by the number of examples): not beyond noise.");
  }

  @Test
  void of_classWithoutJudgingExamples_isNamed() {
    Combination one = SEEDS.get(0);
    var poor =
        new Combination(
            one.teacher(),
            one.student(),
            one.runs().subList(0, 1),
            List.of(counts(List.of(0, 10), 0, 8)));
    assertThat(sentences(poor))
        .contains(
            "Class 'c0' has no example that judges: it has at most one validation example in any"
                + " group, and these drive.");
  }

  @Test
  void of_regret_namesTheBestOnlyWhereItIsBetter() {
    Combination selected = tested(0, 6, 10);
    Combination better = tested(1, 8, 10);
    assertThat(last(selected, better))
        .isEqualTo(
            "Selection regret: 20.0 points; on test standard / balanced has the highest worst-class"
                + " accuracy. No rule could have known this before the test.");
    assertThat(last(better, selected))
        .isEqualTo(
            "Selection regret: 0.0 points; on test no student has a higher worst-class accuracy, to"
                + " a tenth of a point.");
    assertThat(last(tested(0, 5000, 10000), tested(1, 5004, 10000)))
        .startsWith("Selection regret: 0.0 points; on test no student");
  }

  private static String last(Combination... students) {
    List<String> sentences = sentences(students);
    return sentences.get(sentences.size() - 1);
  }

  /** A student of one seed with a number of test examples of class 1 right. */
  private static Combination tested(int student, int right, int of) {
    Combination one = SEEDS.get(student);
    RunRecord run = Outcomes.with(one.runs().get(0), 1, 2, right, of);
    return new Combination(
        one.teacher(),
        one.student(),
        List.of(run),
        Collections.nCopies(1, counts(List.of(10, 10), 10, 8)));
  }
}
