package org.limbeck.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.limbeck.plan.yaml.StudyYaml;

class PlanExtensionTest {
  private static final String STUDY =
      """
      name: small
      data: {source: digits}
      seeds: [0, 1]
      teacher: {network: mlp 8, objectives: [standard]}
      student: {network: mlp 4, objectives: [standard, robust], alphas: [0.5], recipes: [{from: post-shift, delta: 1}]}
      """;

  private static StudyPlan plan(String old, String changed) {
    return StudyYaml.parse(STUDY.replace(old, changed), "small.yaml", Path.of(""));
  }

  private static PlanExtension extension(String old, String changed) {
    return PlanExtension.between(plan("", ""), plan(old, changed));
  }

  @Test
  void between_samePlan_isEmpty() {
    assertThat(extension("seeds: [0, 1]", "seeds: [1, 0]").isEmpty()).isTrue();
    assertThat(extension("seeds: [0, 1]", "seeds: [1]").isEmpty()).isFalse();
  }

  @Test
  void between_moreOfEverything_namesEachOnce() {
    assertThat(extension("seeds: [0, 1]", "seeds: [0, 1, 3, 5, 4]").added())
        .containsExactly("seeds 3, 5 and 4");
    assertThat(extension("alphas: [0.5]", "alphas: [0.5, 0.25]").added())
        .containsExactly("student objective robust(0.25)");
    assertThat(
            extension("8, objectives: [standard]", "8, objectives: [standard, balanced]").added())
        .containsExactly("teacher objective balanced");
    assertThat(extension("recipes: [", "recipes: [logit-adjustment, ").added())
        .containsExactly("student recipe logit-adjustment");
  }

  @Test
  void between_baseline_isNamedUnlessARecipeIsItAlready() {
    PlanExtension without = extension("{network: mlp 4", "{baseline: false, network: mlp 4");
    assertThat(without.leftOut()).containsExactly("baseline none / standard");
    String recipe = "recipes: [{name: plain, from: standard, labels: one-hot}, ";
    PlanExtension another = extension("recipes: [", recipe);
    assertThat(another.added()).containsExactly("student recipe plain");
    assertThat(another.leftOut()).containsExactly("baseline none / standard");
  }

  @Test
  void between_objectiveGone_isLeftOut() {
    PlanExtension extension = extension("[standard, robust]", "[balanced, robust]");
    assertThat(extension.added()).containsExactly("student objective balanced");
    assertThat(extension.leftOut()).containsExactly("student objective standard");
  }

  @Test
  void between_recipeOfTheSameNameWithOtherKeys_isAnother() {
    PlanExtension extension = extension("delta: 1", "delta: 1, labels: one-hot");
    assertThat(extension.added()).containsExactly("student recipe post-shift(1.0) with other keys");
    assertThat(extension.leftOut())
        .containsExactly("student recipe post-shift(1.0) with other keys");
  }
}
