package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.plan.Role;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.store.RunRecord;
import org.limbeck.store.judging.Judged;
import org.limbeck.study.LocalLauncher;
import org.limbeck.study.StudyListener;
import org.limbeck.study.StudyRunner;

class ChoiceTest {
  @TempDir private static Path folder;
  private static List<Combination> students = List.of();

  @BeforeAll
  static void run() {
    List<RunRecord> runs =
        new StudyRunner(new LocalLauncher(2), StudyListener.NONE, () -> false)
            .run(Runs.plan(1, 0L, 1L), folder)
            .runs();
    students =
        Leaderboard.of(runs, SelectionPlan.DEFAULT).students().stream()
            .map(Leaderboard.Row::combination)
            .toList();
  }

  private static Judged.Counts counts(int of, int... right) {
    return new Judged.Counts(
        new Judged.Hits(
            Collections.nCopies(right.length, of), Arrays.stream(right).boxed().toList()),
        null,
        null);
  }

  private static Combination judged(int student, Judged.Counts... counts) {
    Combination one = students.get(student);
    return new Combination(
        one.teacher(), one.student(), one.runs().subList(0, counts.length), List.of(counts));
  }

  private static Choice choice(Combination... candidates) {
    return Choice.of(List.of(candidates), SelectionPlan.DEFAULT).orElseThrow();
  }

  @Test
  void of_studyOfDigits_judgesEveryStudentByTheSameExamples() {
    assertThat(students).hasSize(6).noneMatch(one -> one.judged().isEmpty());
    assertThat(
            students.stream()
                .flatMap(one -> one.judged().stream())
                .map(counts -> counts.classes().examples())
                .distinct())
        .hasSize(1);
    assertThat(students.get(0).runs().get(0).spec().role()).isEqualTo(Role.STUDENT);
  }

  @Test
  void of_oneSeed_takesTheMostAccurateWithinTheBinomialError() {
    Choice choice =
        choice(
            judged(0, counts(20, 12, 14)),
            judged(1, counts(20, 11, 20)),
            judged(2, counts(20, 3, 20)));
    assertThat(choice.best().label()).isEqualTo(students.get(0).label());
    assertThat(choice.selected().label()).isEqualTo(students.get(1).label());
    assertThat(choice.next()).isEqualTo(choice.best());
    double smoothed = 13 / 22.0;
    double error = Math.sqrt(smoothed * (1 - smoothed) / 20);
    assertThat(Choice.standardError(choice.measure(), choice.best(), choice.selected()))
        .isCloseTo(error, within(1e-12));
    Lead lead = choice.lead().orElseThrow();
    assertThat(lead.mean()).isCloseTo(-0.05, within(1e-12));
    double other = Math.sqrt(12 / 22.0 * (10 / 22.0) / 20);
    assertThat(lead.half()).isCloseTo(1.959964 * Math.hypot(error, other), within(1e-6));
    assertThat(lead.beyondNoise()).isFalse();
    assertThat(choice.examples()).isEqualTo(20);
  }

  /** Always worse by 5 points in each of the seeds: the paired error is 0. */
  @Test
  void of_severalSeeds_pairsThem() {
    Choice surely =
        choice(
            judged(0, counts(20, 12, 14), counts(20, 16, 18)),
            judged(1, counts(20, 11, 20), counts(20, 15, 20)));
    assertThat(surely.selected()).isEqualTo(surely.best());
    assertThat(
            Choice.standardError(
                surely.measure(),
                judged(0, counts(20, 12, 14), counts(20, 16, 18)),
                judged(1, counts(20, 11, 20), counts(20, 15, 20))))
        .isCloseTo(0, within(1e-12));
    Lead sure = surely.lead().orElseThrow();
    assertThat(sure.mean()).isCloseTo(0.05, within(1e-12));
    assertThat(sure.repeats().runs()).isEqualTo(1); // no spread, so the interval is by examples
    assertThat(sure.beyondNoise()).isFalse();
    Choice unsure =
        choice(
            judged(0, counts(20, 14, 14), counts(20, 14, 14)),
            judged(1, counts(20, 10, 20), counts(20, 16, 20)));
    // Differences 0.2 and - 0.1; the quantile 0.975 of one degree of freedom is 12.7062.
    assertThat(Choice.standardError(unsure.measure(), unsure.best(), unsure.selected()))
        .isCloseTo(0.15, within(1e-12));
    Lead lead = unsure.lead().orElseThrow();
    assertThat(lead.half()).isCloseTo(12.7062 * 0.15, within(1e-4));
    assertThat(lead.repeats()).isEqualTo(new Repeats(2, 1, 0));
    assertThat(unsure.selected().label()).isEqualTo(students.get(1).label());
  }

  @Test
  void of_ties_takesTheEarlierOne() {
    Choice choice = choice(judged(0, counts(20, 9, 12)), judged(1, counts(20, 12, 9)));
    assertThat(choice.selected().label()).isEqualTo(students.get(0).label());
    assertThat(choice.lead().orElseThrow().mean()).isZero();
  }

  @Test
  void of_oneCandidate_selectsItWithoutNext() {
    Choice choice = choice(judged(0, counts(20, 9, 12)));
    assertThat(choice.next()).isNull();
    assertThat(choice.lead()).isEmpty();
  }

  @Test
  void of_floor_isOnJudgedAccuracy() {
    List<Combination> candidates =
        List.of(judged(0, counts(20, 12, 12)), judged(1, counts(20, 3, 20)));
    assertThat(Choice.of(candidates, new SelectionPlan(0.575, null)).orElseThrow().candidates())
        .hasSize(2);
    assertThat(Choice.of(candidates, new SelectionPlan(0.59, null)).orElseThrow().candidates())
        .hasSize(1);
    assertThat(Choice.of(candidates, new SelectionPlan(0.9, null))).isEmpty();
  }

  /** A class with no judging example is left out; it is not a class of accuracy 0. */
  @Test
  void measure_classWithoutExamples_isLeftOut() {
    var counts = new Judged.Counts(new Judged.Hits(List.of(4, 0, 4), List.of(3, 0, 4)), null, null);
    var measure = new JudgedMeasure(SplitMetric.WORST_CLASS_ACCURACY, 1);
    assertThat(measure.of(counts)).isEqualTo(0.75);
    assertThat(JudgedMeasure.accuracy(counts)).isEqualTo(7 / 8.0);
  }

  @Test
  void measure_twoHundredClasses_isTheMeanOfTheWorstTwenty() {
    JudgedMeasure measure = JudgedMeasure.of(SelectionPlan.DEFAULT, 200);
    assertThat(measure).isEqualTo(new JudgedMeasure(SplitMetric.WORST_K_ACCURACY, 20));
    assertThat(JudgedMeasure.of(SelectionPlan.DEFAULT, 20).k()).isEqualTo(1);
    List<Integer> right = new ArrayList<>();
    for (int y = 0; y < 200; y++) {
      right.add(y < 20 ? y % 2 : 5);
    }
    var counts = new Judged.Counts(new Judged.Hits(Collections.nCopies(200, 5), right), null, null);
    assertThat(measure.of(counts)).isCloseTo(0.1, within(1e-12));
    double none = 1 / 7.0 * (6 / 7.0) / 5;
    double one = 2 / 7.0 * (5 / 7.0) / 5;
    assertThat(measure.standardError(counts))
        .isCloseTo(Math.sqrt(10 * none + 10 * one) / 20, within(1e-12));
  }

  @Test
  void sentences_studyOfDigits_stateLeadExamplesAndRegret() {
    List<RunRecord> runs = students.stream().flatMap(one -> one.runs().stream()).toList();
    var leaderboard = Leaderboard.of(runs, SelectionPlan.DEFAULT);
    List<String> sentences = ChoiceSentences.of(leaderboard, SelectionPlan.DEFAULT);
    assertThat(sentences).hasSize(3);
    assertThat(sentences.get(0)).startsWith("Judged by validation examples that drove none of");
    assertThat(sentences.get(1)).contains("four times as many");
    assertThat(sentences.get(2)).startsWith("Selection regret: ");
    SelectionRegret regret = SelectionRegret.of(leaderboard, SelectionPlan.DEFAULT).orElseThrow();
    double best =
        students.stream()
            .mapToDouble(
                one ->
                    Arrays.stream(one.test(SplitMetric.WORST_CLASS_ACCURACY)).average().orElse(0))
            .max()
            .orElseThrow();
    double selected =
        leaderboard.selected().orElseThrow().of(SplitMetric.WORST_CLASS_ACCURACY).mean();
    assertThat(regret.regret()).isCloseTo(best - selected, within(1e-12));
  }
}
