package org.limbeck.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.recipe.BuiltIn;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.teacher.LabelSource;

class RecipeYamlTest {
  private static StudyPlan parse(String teacher, String student) {
    return StudyYaml.parse(
        """
        name: recipes
        data: {source: digits}
        seeds: [0]
        teacher: {network: mlp 16, %s}
        student: {network: mlp 8, %s}
        """
            .formatted(teacher, student),
        "recipes.yaml",
        Path.of(""));
  }

  private static List<String> students(String student) {
    return parse("objectives: [standard]", student).student().expanded().stream()
        .map(Recipe::label)
        .toList();
  }

  @Test
  void read_namesOnly_areTheBuiltInRecipes() {
    assertThat(students("recipes: [" + String.join(", ", BuiltIn.labels()) + "]"))
        .startsWith("standard", "balanced", "robust(1.0)", "distillation", "group-dro")
        .contains("post-shift(0.0)", "post-shift(3.0)", "temperature");
  }

  @Test
  void read_keys_overrideTheRecipe() {
    Recipe recipe =
        parse(
                "objectives: [standard]",
                "recipes: [{name: kd4, from: distillation, temperature: 4, costs: robust, alpha: 0.5}]")
            .student()
            .expanded()
            .get(0);
    assertThat(recipe.label()).isEqualTo("kd4(0.5)");
    assertThat(recipe.labels().source()).isEqualTo(LabelSource.MIX);
    assertThat(recipe.labels().temperature()).isEqualTo(4);
    assertThat(recipe.labels().mix()).isEqualTo(0.5);
    assertThat(recipe.alpha()).contains(0.5);
  }

  @Test
  void read_postShiftOfRobust_sharesTheRobustRun() {
    StudyPlan plan =
        parse(
            "objectives: [standard]",
            "objectives: [robust], alphas: [0.5],"
                + " recipes: [{from: robust, alpha: 0.5, postHoc: post-shift, delta: [0.1, 1]}]");
    List<Recipe> recipes = plan.student().expanded();
    assertThat(recipes.stream().map(Recipe::label))
        .containsExactly(
            "robust(0.5)", "robust+post-shift(0.5; 0.1)", "robust+post-shift(0.5; 1.0)");
    assertThat(recipes.get(1).trained()).isEqualTo(recipes.get(0));
  }

  @Test
  void read_postShift_addsItForEveryTrainedStudentOnce() {
    assertThat(
            students(
                "objectives: [standard, robust], alphas: [0.5], postShift: [0, 0.3],"
                    + " recipes: [bkd, temperature, {from: post-shift, delta: 0.3}]"))
        .containsExactlyInAnyOrder(
            "standard",
            "robust(0.5)",
            "bkd",
            "temperature",
            "post-shift(0.3)",
            "standard+post-shift(0.0)",
            "robust+post-shift(0.5; 0.0)",
            "robust+post-shift(0.5; 0.3)",
            "bkd+post-shift(0.0)",
            "bkd+post-shift(0.3)");
  }

  @Test
  void write_everyRecipe_readsAsTheSame() {
    StudyPlan plan =
        parse(
            "recipes: [standard, group-dro, ldam-drw, adv-shift, {name: mine, costs: ldam}]",
            "objectives: [standard], postShift: 0.4, recipes: [balanced, distillation, group-dro, logit-adjustment,"
                + " ldam-drw, bkd, ada-alpha, ada-margin, adv-shift, post-shift, temperature,"
                + " {name: r, from: robust, alpha: [0.25, 0.5], form: reweight, costsFrom: 0.5},"
                + " {from: robust, alpha: 0.5, postHoc: post-shift, delta: 0.2}]");
    assertThat(StudyYaml.parse(StudyYaml.write(plan), "again.yaml", Path.of(""))).isEqualTo(plan);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recipes: [destillation]|student.recipes[0].from: no recipe 'destillation'; did you mean 'distillation'?",
        "recipes: [{from: bkd, temperatur: 3}]|student.recipes[0].temperatur: unknown key",
        "recipes: [{from: bkd, temperature: 0}]|temperature: expected a finite number > 0, found 0.0",
        "recipes: [{from: post-shift, delta: -1}]|delta: expected a finite number of 0 or more",
        "postShift: -1|delta: expected a finite number of 0 or more",
        "postShift: often|student.postShift: expected a number, found 'often'",
        "postShift: []|student.postShift: the list is empty",
        "recipes: [{from: standard, alpha: 0.5}]|student.recipes[0].alpha: only costs: robust has it",
        "recipes: [{from: standard, delta: 0.5}]|student.recipes[0].delta: only postHoc: post-shift",
        "recipes: [{from: group-dro, radius: 0.5}]|student.recipes[0].radius: only costs: adv-shift",
        "recipes: [{from: group-dro, labels: one-hot, temperature: 2}]|labels: one-hot labels have no mix",
        "recipes: [{from: standard, margins: ldm}]|no margins 'ldm'; did you mean 'ldam'?",
        "recipes: [{from: logit-adjustment, margins: teacher-margin}]|needs a teacher's scores",
        "recipes: [{from: standard, marginScale: 2}]|student.recipes[0].marginScale: there are no margins",
        "recipes: [{from: logit-adjustment, costs: teacher-margin}]|costs: 'teacher-margin' needs a teacher's scores",
        "recipes: [{from: bkd, name: none}]|recipes: 'none' is what tables call a missing teacher",
        "recipes: [bkd, bkd]|two are called 'bkd'",
        "recipes: [standard], objectives: [standard]|two are called 'standard'",
        "recipes: bkd|student.recipes: expected a list",
        "recipes: [{from: robust, alpha: 1.5}]|alpha: expected [0, 1], found 1.5",
        "recipes: [{from: group-dro, multipliers: {updateEvery: 16}}]|updateEvery",
      })
  void read_badRecipe_namesKeyAndRemedy(String student, String message) {
    assertThatThrownBy(() -> parse("objectives: [standard]", student))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("recipes.yaml:")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recipes: [bkd]|teacher.recipes[0].from: 'bkd' needs a teacher, and this is one",
        "recipes: [{from: standard, labels: teacher}]|teacher.recipes[0].labels: a teacher has no teacher",
        "postShift: 0.1|teacher.postShift: a teacher's scores are calibrated instead",
        "recipes: [{from: standard, postHoc: temperature}]|teacher.recipes[0].postHoc: a teacher's scores",
      })
  void read_recipeThatNoTeacherCanHave_isRefused(String teacher, String message) {
    assertThatThrownBy(() -> parse(teacher, "objectives: [standard]"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message);
  }
}
