package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.limbeck.metric.Holm;
import org.limbeck.metric.PairedComparison;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Strata;
import org.limbeck.plan.Role;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.plan.recipe.Costs;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.RobustCosts;
import org.limbeck.plan.recipe.StandardCosts;
import org.limbeck.report.Studies;
import org.limbeck.teacher.LabelOptions;

class LeaderboardTest {
  private static Leaderboard.Row standard(Leaderboard leaderboard) {
    return leaderboard.standard().orElseThrow();
  }

  private static double[] worstClass(Leaderboard.Row row) {
    return row.combination().test(SplitMetric.WORST_CLASS_ACCURACY);
  }

  @Test
  void of_grid_comparesEachStudentWithStandardByItsSeeds() {
    Leaderboard leaderboard = Studies.grid(4, 3).leaderboard();
    double[] reference = worstClass(standard(leaderboard));
    for (Leaderboard.Row row : leaderboard.students()) {
      Comparison comparison = Objects.requireNonNull(row.against(Reference.STANDARD));
      PairedComparison expected = PairedComparison.of(worstClass(row), reference, 0.95);
      assertThat(comparison.difference()).isEqualTo(expected.difference());
      assertThat(comparison.p()).isEqualTo(expected.p());
    }
  }

  @Test
  void of_grid_correctsForAllStudentsButTheReference() {
    List<Comparison> comparisons =
        Studies.grid(4, 3).leaderboard().students().stream()
            .flatMap(row -> row.comparisons().values().stream())
            .filter(comparison -> comparison.p() != null)
            .toList();
    assertThat(comparisons).hasSize(2 * 4 - 1);
    assertThat(comparisons.stream().map(Comparison::adjustedP).toList())
        .isEqualTo(Holm.adjusted(comparisons.stream().map(Comparison::p).toList()));
  }

  @Test
  void of_standardItself_hasNothingToTest() {
    Leaderboard.Row row = standard(Studies.grid(4, 3).leaderboard());
    Comparison comparison = Objects.requireNonNull(row.against(Reference.STANDARD));
    assertThat(comparison.difference().mean()).isZero();
    assertThat(comparison.p()).isNull();
    assertThat(comparison.adjustedP()).isNull();
  }

  @Test
  void of_balancedTeacher_isTheSecondReference() {
    Leaderboard without = Studies.grid(4, 3).leaderboard();
    assertThat(without.has(Reference.BALANCED_TEACHER)).isFalse();
    Leaderboard with =
        Studies.grid(4, 3).withTeachers(Studies.BALANCED, Studies.ROBUST).leaderboard();
    assertThat(with.has(Reference.BALANCED_TEACHER)).isTrue();
    assertThat(with.has(Reference.STANDARD)).isFalse();
    assertThat(with.students().get(0).combination().label()).isEqualTo("balanced / standard");
    assertThat(with.students()).allMatch(row -> row.against(Reference.BALANCED_TEACHER) != null);
  }

  @Test
  void isStandard_robustCostsUnderTheStandardName_isNot() {
    LabelOptions fromTeacher = TrainDefaults.labels(Role.STUDENT);
    Recipe teacher = Recipe.of("standard", TrainDefaults.labels(Role.TEACHER), StandardCosts.USUAL);
    Recipe standard = Recipe.of("standard", fromTeacher, StandardCosts.USUAL);
    Costs costs =
        new RobustCosts(
            1,
            Robust.Anchor.BALANCED,
            MultiplierOptions.onBatches(0.1),
            Objective.Form.MARGIN,
            0,
            Strata.By.CLASS);
    Recipe named = Recipe.of("standard", fromTeacher, costs);
    assertThat(new Combination(teacher, standard, List.of()).isStandard()).isTrue();
    assertThat(new Combination(teacher, named, List.of()).isStandard()).isFalse();
    assertThat(new Combination(named, standard, List.of()).isStandard()).isFalse();
  }

  @Test
  void of_teachers_areNeitherComparedNorOnTheFront() {
    assertThat(Studies.grid(4, 3).leaderboard().rows())
        .filteredOn(row -> row.combination().student() == null)
        .hasSize(2)
        .allMatch(row -> row.comparisons().isEmpty())
        .allMatch(row -> row.front().equals(FrontPlace.NONE));
  }

  @Test
  void of_severalSeeds_someStudentIsOnEachFront() {
    List<Double> shares =
        Studies.grid(4, 3).leaderboard().students().stream()
            .map(row -> Objects.requireNonNull(row.front().share()))
            .toList();
    assertThat(shares).allMatch(share -> share >= 0 && share <= 1);
    assertThat(shares.stream().mapToDouble(share -> share).sum()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void of_oneSeed_hasNeitherPNorShares() {
    Leaderboard leaderboard = Studies.grid(4, 1).leaderboard();
    assertThat(leaderboard.students()).allMatch(row -> row.front().share() == null);
    assertThat(leaderboard.students())
        .allMatch(row -> Objects.requireNonNull(row.against(Reference.STANDARD)).p() == null);
    assertThat(leaderboard.students()).anyMatch(Leaderboard.Row::onFront);
  }

  @Test
  void csv_everyLine_hasAllColumns() {
    for (int seeds : List.of(1, 3)) {
      Leaderboard leaderboard = Studies.grid(4, seeds).leaderboard();
      int columns = LeaderboardCsv.header(leaderboard).size();
      assertThat(LeaderboardCsv.of(leaderboard).lines())
          .allMatch(line -> line.split(",", -1).length == columns);
    }
  }
}
