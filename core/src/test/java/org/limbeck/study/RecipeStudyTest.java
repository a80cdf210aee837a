package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Runs;
import org.limbeck.compare.SplitMetric;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Robust;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.plan.recipe.BuiltIn;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.Recipes;
import org.limbeck.store.RunRecord;

/** Every built-in recipe in a small real study on digits. */
class RecipeStudyTest {
  private static final int EPOCHS = 12;

  @TempDir private static Path folder;
  private static List<RunRecord> runs;
  private static Leaderboard leaderboard;

  @BeforeAll
  static void train() {
    StudyPlan plan = Runs.plan(EPOCHS, 0L);
    var teachers =
        new Recipes(
            TrainDefaults.labels(Role.TEACHER), Robust.Anchor.BALANCED, MultiplierOptions.DEFAULT);
    var students =
        new Recipes(
            TrainDefaults.labels(Role.STUDENT), Robust.Anchor.BALANCED, MultiplierOptions.DEFAULT);
    List<Recipe> all = Arrays.stream(BuiltIn.values()).map(students::of).toList();
    StudyPlan changed =
        plan.toBuilder()
            .teacher(
                with(
                    plan.teacher().trained().orElseThrow(),
                    Stream.of(BuiltIn.STANDARD, BuiltIn.LDAM_DRW).map(teachers::of).toList()))
            .student(with(plan.student(), all))
            .build();
    runs =
        new StudyRunner(new LocalLauncher(1), StudyListener.NONE, () -> false)
            .run(changed, folder)
            .runs();
    leaderboard = Leaderboard.of(runs, plan.selection());
  }

  private static RolePlan with(RolePlan plan, List<Recipe> recipes) {
    return plan.toBuilder().objectives(List.of()).recipes(recipes).build();
  }

  private static Map<String, Double> balancedAccuracies() {
    Map<String, Double> found = new TreeMap<>();
    leaderboard
        .rows()
        .forEach(
            row ->
                found.put(row.combination().label(), row.of(SplitMetric.BALANCED_ACCURACY).mean()));
    return found;
  }

  @Test
  void run_everyRecipe_isTwiceAsGoodAsChanceOrMore() {
    assertThat(balancedAccuracies().values())
        .allSatisfy(accuracy -> assertThat(accuracy).isGreaterThan(0.2));
  }

  @Test
  void run_recipesWithoutTeacher_areTrainedOnce() {
    assertThat(balancedAccuracies())
        .containsKeys(
            "none / group-dro", "none / logit-adjustment", "none / ldam-drw", "none / adv-shift")
        .containsKeys("standard / bkd", "ldam-drw / bkd", "standard / post-shift(0.0)");
    assertThat(runs).hasSize(2 + 2 * 9 + 4);
  }

  @Test
  void run_temperature_keepsThePredictionsAndLowersTheLoss() {
    RunRecord plain = run("standard", "standard");
    RunRecord tempered = run("standard", "temperature");
    assertThat(tempered.test().metrics()).isEqualTo(plain.test().metrics());
    assertThat(tempered.validation().calibration().negativeLogLikelihood())
        .isLessThanOrEqualTo(plain.validation().calibration().negativeLogLikelihood() + 1e-6);
  }

  @Test
  void run_postShiftOfZero_weighsClassesByTheirPrior() {
    RunRecord shifted = run("standard", "post-shift");
    List<Double> costs = shifted.delivered().costs();
    List<Integer> counts = shifted.data().trainCounts();
    assertThat(costs.get(9) / costs.get(0)).isGreaterThan(0.3 * counts.get(0) / counts.get(9));
    assertThat(shifted.validation().metrics().balancedAccuracy())
        .isGreaterThanOrEqualTo(
            run("standard", "standard").validation().metrics().balancedAccuracy());
  }

  @Test
  void run_deferredCosts_areThoseOfTheRuleAtTheEnd() {
    RunRecord deferred = run("none", "ldam-drw");
    List<Double> costs = deferred.delivered().costs();
    List<Integer> counts = deferred.data().trainCounts();
    double byHand =
        -Math.expm1(counts.get(0) * Math.log(0.9999))
            / -Math.expm1(counts.get(9) * Math.log(0.9999));
    assertThat(costs.get(9) / costs.get(0)).isCloseTo(byHand, within(1e-6));
  }

  private static RunRecord run(String teacher, String recipe) {
    return leaderboard.rows().stream()
        .map(Leaderboard.Row::combination)
        .filter(row -> row.teacher().name().equals(teacher))
        .filter(row -> row.student() != null && row.student().name().equals(recipe))
        .findFirst()
        .orElseThrow()
        .runs()
        .get(0);
  }
}
