package org.limbeck.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Strata;
import org.limbeck.plan.recipe.AdvShiftCosts;
import org.limbeck.plan.recipe.BalancedCosts;
import org.limbeck.plan.recipe.MarginOptions;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.Recipes;
import org.limbeck.teacher.LabelOptions;

/** Plans made in Java are refused before anything is trained, like study files. */
class RolePlanTest {
  private static RolePlanBuilder builder() {
    return RolePlan.builder(Role.STUDENT, NetworkSpec.parse("mlp 4"));
  }

  private static Recipe named(String name, String variant) {
    return new Recipe(
        name,
        variant,
        LabelOptions.ONE_HOT,
        BalancedCosts.USUAL,
        MarginOptions.NONE,
        PostHocOptions.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "robsut|objectives: expected names of objectives, found 'robsut'; did you mean 'robust'?",
        "focal-loss|objectives: expected names of objectives, found 'focal-loss'; known: standard, balanced, robust",
        "standard,standard|objectives: expected no duplicates, found [standard, standard]",
      })
  void build_objectivesThatCannotBeTrained_areRefused(String objectives, String message) {
    RolePlanBuilder plan = builder().objectives(List.of(objectives.split(",")));
    assertThatThrownBy(plan::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {7, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void build_alphaOutsideTheRange_isRefused(double alpha) {
    RolePlanBuilder plan = builder().alphas(List.of(0.5, alpha));
    assertThatThrownBy(plan::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alphas: expected each in [0, 1], found " + alpha);
    RolePlan usual = builder().build();
    var robust = new Recipes(LabelOptions.TEACHER, usual.anchor(), usual.multipliers());
    assertThatThrownBy(() -> robust.robust(alpha))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alpha: expected [0, 1], found " + alpha);
  }

  @Test
  void build_alphaTwice_isRefused() {
    RolePlanBuilder plan = builder().alphas(List.of(0.5, 0.5));
    assertThatThrownBy(plan::build).hasMessage("alphas: expected no duplicates, found [0.5, 0.5]");
  }

  @Test
  void new_costsThatCannotBe_areRefused() {
    AdvShiftCosts usual = Recipes.advShift();
    assertThatThrownBy(
            () ->
                new AdvShiftCosts(
                    -1, 2, usual.multipliers(), Objective.Form.MARGIN, 0, Strata.By.CLASS))
        .hasMessage("radius: expected 0 or more, found -1.0");
    assertThatThrownBy(
            () ->
                new AdvShiftCosts(
                    0.1, 0, usual.multipliers(), Objective.Form.MARGIN, 0, Strata.By.CLASS))
        .hasMessage("clip: expected a number > 0, found 0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5; 1.0", "a,\"b\" (c)", "\u00e9t\u00e9 \u6df7", "x"})
  void new_variantThatShows_isKept(String variant) {
    assertThat(named("mine", variant).label()).isEqualTo("mine(" + variant + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " a", "a\n", "a\tb", "a\u001b[2Jb", "a\u202eb", "\u2028"})
  void new_variantThatDoesNotShow_isRefused(String variant) {
    assertThatThrownBy(() -> named("mine", variant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("variant: expected 1 to 64 printable characters");
    assertThatThrownBy(
            () -> new PostHocOptions(PostHocOptions.Rule.TEMPERATURE, null, "mine", variant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ofVariant: expected 1 to 64 printable characters");
  }

  @Test
  void new_longVariantOrNameThatIsNone_isRefused() {
    assertThat(named("mine", "v".repeat(64)).variant()).hasSize(64);
    assertThatThrownBy(() -> named("mine", "v".repeat(65))).hasMessageStartingWith("variant: ");
    assertThatThrownBy(() -> new PostHocOptions(PostHocOptions.Rule.TEMPERATURE, null, "", null))
        .hasMessageStartingWith("of: expected letters, digits");
  }
}
