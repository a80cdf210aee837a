package org.limbeck.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.gate.exact.Bounds;
import org.limbeck.gate.exact.ExamplesNeeded;
import org.limbeck.gate.exact.Shares;
import org.limbeck.metric.ClopperPearson;
import org.limbeck.scores.Categories;
import org.limbeck.scores.ScoreTable;

class GateTest {
  private static final List<String> NAMES = List.of("cat", "dog", "owl");

  private static GateCounts counts(int... examplesAndCorrect) {
    int m = examplesAndCorrect.length / 2;
    return GateCounts.of(
        PartCounts.of(
            m == 3 ? NAMES : IntStream.range(0, m).mapToObj(Integer::toString).toList(),
            IntStream.range(0, m).map(y -> examplesAndCorrect[2 * y]).toArray(),
            IntStream.range(0, m).map(y -> examplesAndCorrect[2 * y + 1]).toArray()));
  }

  /** A table of {@code n} examples a class, the first {@code correct[y]} of which are right. */
  private static ScoreTable table(int n, int... correct) {
    int m = correct.length;
    var labels = new int[n * m];
    var predictions = new int[n * m];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i / n;
      predictions[i] = i % n < correct[i / n] ? i / n : (i / n + 1) % m;
    }
    return ScoreTable.ofPredictions("made up", m, labels, predictions)
        .withClassNames(NAMES.subList(0, m));
  }

  private static List<Verdict> verdicts(GateResult result) {
    return result.rules().stream().map(RuleResult::verdict).toList();
  }

  @Test
  void check_goodPredictions_holds() {
    GateResult result =
        Gate.of(Requirement.worstClass(0.70), Requirement.accuracy(0.80))
            .confidence(0.95)
            .check(table(200, 190, 180, 160));
    assertThat(result.holds()).isTrue();
    assertThat(result.pairs()).isEqualTo(4);
    assertThat(result.rules())
        .extracting(RuleResult::rule)
        .containsExactly(Rule.WORST_CLASS, Rule.WORST_CLASS, Rule.WORST_CLASS, Rule.ACCURACY);
    assertThat(result.rules().get(2).values())
        .containsEntry("rule", "worst-class")
        .containsEntry("class", "owl")
        .containsEntry("verdict", "holds")
        .containsEntry("lowerBound", ClopperPearson.lower(160, 200, 0.95))
        .containsEntry("verdictUpperBound", ClopperPearson.upper(160, 200, 1 - (1 - 0.95) / 4));
  }

  @Test
  void judge_upperBoundBetweenTheTwoLevels_isUndecided() {
    assertThat(Shares.violated(61, 100, 0.70, 0.05)).isTrue();
    assertThat(Shares.violated(61, 100, 0.70, 0.05 / 3)).isFalse();
    Gate worst = Gate.of(Requirement.worstClass(0.70));
    assertThat(worst.judge(counts(100, 61)).verdict()).isEqualTo(Verdict.VIOLATED);
    GateResult three = worst.judge(counts(100, 61, 100, 95, 100, 95));
    assertThat(verdicts(three)).containsExactly(Verdict.UNDECIDED, Verdict.HOLDS, Verdict.HOLDS);
    assertThat(three.verdict()).isEqualTo(Verdict.UNDECIDED);
    ExamplesNeeded needed = three.rules().get(0).needed();
    assertThat(needed.half()).isEqualTo(100); // by the bounds of a single pair
    assertThat(needed.halfOfPairs()).isGreaterThan(100);
    assertThat(needed.eighty()).isGreaterThan(needed.halfOfPairs());
  }

  @Test
  void judge_oneClassViolated_beatsUndecidedAndHolds() {
    GateResult result =
        Gate.of(Requirement.worstClass(0.70)).judge(counts(100, 95, 100, 70, 100, 30));
    assertThat(verdicts(result))
        .containsExactly(Verdict.HOLDS, Verdict.UNDECIDED, Verdict.VIOLATED);
    assertThat(result.verdict()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void judge_classWithoutExamples_isUndecided() {
    GateResult result =
        Gate.of(Requirement.worstClass(0.70), Requirement.balancedAccuracy(0.2))
            .judge(counts(100, 95, 0, 0, 100, 95));
    assertThat(verdicts(result))
        .containsExactly(Verdict.HOLDS, Verdict.UNDECIDED, Verdict.HOLDS, Verdict.HOLDS);
    assertThat(result.rules().get(1).bounds()).isNull();
    assertThat(result.rules().get(1).values()).containsEntry("lowerBound", null);
  }

  @Test
  void judge_twentyExamplesAndAMargin_endUndecided() {
    GateCounts twenty = counts(20, 20).withDrops(DropCounts.of(new int[] {0}, new int[] {0}));
    RuleResult result = Gate.of(Requirement.maxDrop(0.02)).judge(twenty).rules().get(0);
    assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.needed().half()).isEqualTo(183);
    assertThat(result.values()).containsEntry("examplesWithoutChange", 183);
  }

  @Test
  void judge_significantDropWithinBounds_alarmsAndStaysUndecided() {
    GateCounts two =
        counts(500, 400, 500, 450).withDrops(DropCounts.of(new int[] {30, 0}, new int[] {10, 0}));
    GateResult result = Gate.of(Requirement.maxDrop(0.02)).judge(two);
    assertThat(verdicts(result)).containsExactly(Verdict.UNDECIDED, Verdict.HOLDS);
    DropResult drop = Objects.requireNonNull(result.rules().get(0).drop());
    assertThat(drop.significantlyWorse()).isTrue();
    assertThat(drop.mcnemarHolm()).isCloseTo(2 * drop.mcnemarWorse(), within(1e-15));
    assertThat(Objects.requireNonNull(result.rules().get(1).drop()).significantlyWorse()).isFalse();
  }

  @Test
  void judge_balancedAccuracy_isTheMeanOfBoundsOfAllClasses() {
    RuleResult result =
        Gate.of(Requirement.balancedAccuracy(0.72)).judge(counts(50, 40, 80, 60)).rules().get(0);
    double level = 1 - (1 - 0.95) / 2;
    assertThat(result.bounds())
        .isEqualTo(
            new Bounds(
                (ClopperPearson.lower(40, 50, level) + ClopperPearson.lower(60, 80, level)) / 2,
                (ClopperPearson.upper(40, 50, level) + ClopperPearson.upper(60, 80, level)) / 2));
    assertThat(result.estimate()).isCloseTo(0.775, within(1e-15));
    assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.needed().half()).isBetween(400, 1200);
    assertThat(result.needed().eighty()).isGreaterThan(result.needed().half());
  }

  @Test
  void check_groups_judgesEachGroupAndItsClasses() {
    ScoreTable plain = table(200, 190, 190);
    var groups = new int[400];
    Arrays.setAll(groups, i -> i % 200 < 100 || i < 200 ? 0 : 1);
    ScoreTable grouped =
        plain.withGroups(Optional.of(new Categories(List.of("north", "south"), groups)));
    GateResult result =
        Gate.of(Requirement.groups(0.80), Requirement.classesInGroups(0.80)).check(grouped);
    assertThat(result.rules())
        .extracting(r -> r.groupName() + "/" + r.className() + " " + r.examples())
        .containsExactly(
            "north/null 300",
            "south/null 100",
            "north/cat 200",
            "north/dog 100",
            "south/cat 0",
            "south/dog 100");
    assertThat(result.rules().get(4).verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThatThrownBy(() -> Gate.of(Requirement.groups(0.8)).check(plain))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("no groups");
    assertThat(Gate.of(Requirement.ofGroup("south", 0.8)).check(grouped).holds()).isTrue();
  }

  @Test
  void check_calibrationGap_isApproximateAndNeverViolated() {
    int n = 400;
    var labels = new int[n];
    var probabilities = new double[2 * n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % 4 == 0 ? 1 : 0;
      probabilities[2 * i] = 0.75;
      probabilities[2 * i + 1] = 0.25;
    }
    ScoreTable calibrated = ScoreTable.ofProbabilities("calibrated", 2, labels, probabilities);
    GateResult holds = Gate.of(Requirement.maxCalibrationGap(0.1)).check(calibrated);
    assertThat(holds.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(holds.notes()).anyMatch(note -> note.contains("approximate"));

    for (int i = 0; i < n; i++) {
      probabilities[2 * i] = i % 4 == 0 ? 0.9 : 0.1;
      probabilities[2 * i + 1] = 1 - probabilities[2 * i];
    }
    ScoreTable wrong = ScoreTable.ofProbabilities("wrong", 2, labels, probabilities);
    GateResult undecided = Gate.of(Requirement.maxCalibrationGap(0.1)).check(wrong);
    assertThat(undecided.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(undecided.rules().get(0).estimate()).isGreaterThan(0.5);
    assertThatThrownBy(() -> Gate.of(Requirement.maxCalibrationGap(0.1)).check(table(5, 4, 4)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("no scores");
  }

  @Test
  void requirements_badValues_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Requirement.worstClass(1.5))
        .withMessage("worst-class: expected a number in [0, 1], found 1.5");
    assertThatIllegalArgumentException().isThrownBy(() -> Requirement.accuracy(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Requirement.maxDrop(-0.01));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gate.of(Requirement.accuracy(0.5)).confidence(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gate.of(Requirement.accuracy(0.5)).looks(0));
  }

  @Test
  void gate_rulesThatMakeNoSense_areRefused() {
    assertThatThrownBy(Gate::of)
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("no rule");
    assertThatThrownBy(
            () -> Gate.of(Requirement.ofClass("cat", 0.5), Requirement.ofClass("cat", 0.6)))
        .hasMessage("class 'cat': required twice; keep one of the two limits");
    assertThatThrownBy(() -> Gate.of(Requirement.ofClass("cta", 0.5)).check(table(5, 4, 4)))
        .hasMessageContaining("did you mean 'cat'?");
    assertThatThrownBy(() -> Gate.of(Requirement.maxDrop(0.02)).check(table(5, 4, 4)))
        .hasMessageContaining("no baseline");
    Gate withBaseline = Gate.of(Requirement.accuracy(0.5)).against(table(5, 4, 4));
    assertThatThrownBy(() -> withBaseline.check(table(5, 3, 4)))
        .hasMessageContaining("no largest drop");
    assertThatThrownBy(() -> Gate.of(Requirement.accuracy(0.5)).looks(3).check(table(5, 4, 4)))
        .hasMessageContaining("ledger");
  }
}
