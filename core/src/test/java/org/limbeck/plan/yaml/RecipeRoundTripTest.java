package org.limbeck.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.LimbeckException;
import org.limbeck.plan.Role;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.recipe.BuiltIn;
import org.limbeck.plan.recipe.Recipe;

/** Every combination of keys of a recipe is read back as it was written, or refused with a line. */
class RecipeRoundTripTest {
  private static final List<String> COSTS =
      List.of(
          "", "standard", "balanced", "robust", "adv-shift", "effective-number", "teacher-margin");
  private static final List<String> LABELS =
      List.of("", "one-hot", "teacher", "mix", "class-mix", "rebalanced");
  private static final List<String> MARGINS = List.of("", "none", "ldam", "teacher-margin");
  private static final List<String> OTHERS =
      List.of(
          "",
          "postHoc: temperature",
          "postHoc: none",
          "form: reweight",
          "multipliers: {validationLabels: teacher}");

  private static String study(Role role, String keys) {
    String recipes = "objectives: [robust], recipes: [" + keys + "]";
    String plain = "objectives: [standard]";
    return """
        name: recipes
        data: {source: digits}
        seeds: [0]
        teacher: {network: mlp 4, %s}
        student: {network: mlp 4, %s}
        """
        .formatted(role == Role.TEACHER ? recipes : plain, role == Role.STUDENT ? recipes : plain);
  }

  private static StudyPlan parse(String text) {
    return StudyYaml.parse(text, "recipes.yaml", Path.of(""));
  }

  /** Whether a recipe is accepted. */
  private static boolean check(Role role, String keys) {
    StudyPlan plan;
    try {
      plan = parse(study(role, keys));
    } catch (LimbeckException e) {
      assertThat(e.getMessage())
          .as(keys)
          .contains("recipes.yaml:", role.name().toLowerCase(Locale.ROOT) + ".recipes");
      return false;
    }
    assertThat(parse(StudyYaml.write(plan))).as(keys).isEqualTo(plan);
    return true;
  }

  private static String key(String name, String value) {
    return value.isEmpty() ? "" : ", " + name + ": " + value;
  }

  /** All pairs of costs and labels, twice, each time with other margins and another key. */
  @ParameterizedTest
  @EnumSource
  void parse_changesOfABuiltInRecipe_areReadBackOrRefused(BuiltIn from) {
    int accepted = 0;
    int pairs = COSTS.size() * LABELS.size();
    for (int i = 0; i < 2 * pairs; i++) {
      String other = OTHERS.get(i % OTHERS.size());
      String keys =
          "{from: %s, name: mine%s%s%s%s}"
              .formatted(
                  from.label(),
                  key("costs", COSTS.get(i % COSTS.size())),
                  key("labels", LABELS.get(i % pairs / COSTS.size())),
                  key("margins", MARGINS.get((i + i / pairs) % MARGINS.size())),
                  other.isEmpty() ? "" : ", " + other);
      accepted += check(Role.STUDENT, keys) ? 1 : 0;
      check(Role.TEACHER, keys);
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void parse_standardCostsOfADeferredRecipe_keepItsShare() {
    StudyPlan plan = parse(study(Role.STUDENT, "{from: ldam-drw, costs: standard}"));
    Recipe recipe = plan.student().recipes().get(0);
    assertThat(recipe.costs().from()).isEqualTo(0.8);
    assertThat(StudyYaml.write(plan)).contains("costs: standard\n", "costsFrom: 0.8\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ada-margin||teacher.recipes[0].from: 'ada-margin' needs a teacher, and this is one",
        "{from: ldam-drw, margins: teacher-margin}||teacher.recipes[0].margins: 'teacher-margin' needs a teacher's scores",
        "robust|, multipliers: {validationLabels: teacher}|teacher.recipes[0]: multipliers: validationLabels: teacher needs",
        "{from: robust, multipliers: {validationLabels: teacher}}||teacher.recipes[0].multipliers: validationLabels: teacher needs",
      })
  void parse_recipeThatNeedsAScoringTeacher_isRefusedWithItsLine(
      String recipe, String keys, String message) {
    String more = keys == null ? "" : keys;
    String text = study(Role.TEACHER, recipe).replace("]}\nstudent", "]" + more + "}\nstudent");
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("recipes.yaml:4: " + message);
  }

  @Test
  void parse_variantsThatDoNotShow_areRefusedWithTheirLine() {
    assertThatThrownBy(() -> parse(study(Role.STUDENT, "{from: bkd, variant: \"a\\u001b[2J\"}")))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            "recipes.yaml:5: student.recipes[0].variant: expected 1 to 64 printable characters, no"
                + " space at the ends, found 'a?[2J'");
    assertThat(check(Role.STUDENT, "{from: bkd, variant: \"a,\\\"b\"}")).isTrue();
  }
}
