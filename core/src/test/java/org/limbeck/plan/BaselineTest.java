package org.limbeck.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.StandardCosts;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.teacher.LabelOptions;

class BaselineTest {
  private static final String STUDY =
      """
      name: small
      data: {source: digits}
      seeds: [0]
      teacher: {network: mlp 8}
      student: {network: mlp 4, objectives: [standard], %s}
      """;

  private static List<Recipe> students(String keys) {
    return StudyYaml.parse(STUDY.formatted(keys), "small.yaml", Path.of("")).students();
  }

  private static List<String> labels(String keys) {
    return students(keys).stream().map(Recipe::label).toList();
  }

  @Test
  void students_ofANewStudy_endWithOneTrainedOnLabelsAlone() {
    assertThat(students("alphas: [0.5]"))
        .containsExactly(
            Recipe.of("standard", TrainDefaults.labels(Role.STUDENT), StandardCosts.USUAL),
            Recipe.of("standard", LabelOptions.ONE_HOT, StandardCosts.USUAL));
  }

  @Test
  void students_baselineFalse_haveNone() {
    assertThat(labels("baseline: false")).containsExactly("standard");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recipes: [{name: plain, labels: one-hot}]",
        "recipes: [{name: plain, from: logit-adjustment, costs: standard}]",
      })
  void students_recipeThatIsTheSameTraining_isTheBaseline(String recipes) {
    assertThat(labels(recipes)).containsExactly("standard", "plain");
  }

  @Test
  void students_postHocOfTheSameTraining_haveItOnce() {
    String shifted = "recipes: [{from: post-shift, labels: one-hot, delta: 1, of: standard}]";
    assertThat(labels(shifted)).containsExactly("standard", "post-shift(1.0)", "standard");
    assertThat(students(shifted).get(1).trained()).isEqualTo(students(shifted).get(2));
  }

  @Test
  void students_nameTakenByOtherTraining_isAnotherName() {
    String two =
        "recipes: [{name: baseline, labels: one-hot, costs: balanced},"
            + " {name: 'x', labels: one-hot, costs: balanced, postHoc: temperature, of: standard}]";
    assertThat(labels(two)).containsExactly("standard", "baseline", "x", "baseline-2");
  }

  @Test
  void students_postShift_leavesTheBaselineAsTrained() {
    assertThat(labels("postShift: [1]"))
        .containsExactly("standard", "standard+post-shift(1.0)", "standard");
  }
}
