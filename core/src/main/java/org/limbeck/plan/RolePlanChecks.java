package org.limbeck.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.base.DidYouMean;
import org.limbeck.plan.recipe.Recipe;

/** What the parts of a {@link RolePlan} are checked for, before anything is trained. */
final class RolePlanChecks {
  private RolePlanChecks() {}

  static void requireObjectives(List<String> objectives) {
    for (String name : objectives) {
      if (!RolePlan.OBJECTIVES.contains(name)) {
        throw new IllegalArgumentException(
            "objectives: expected names of objectives, found '%s'%s"
                .formatted(name, DidYouMean.hint(name, RolePlan.OBJECTIVES)));
      }
    }
    requireDistinct("objectives", objectives);
  }

  static void requireAlphas(List<Double> alphas) {
    for (double alpha : alphas) {
      if (!(alpha >= 0 && alpha <= 1)) {
        throw new IllegalArgumentException("alphas: expected each in [0, 1], found " + alpha);
      }
    }
    requireDistinct("alphas", alphas);
  }

  private static void requireDistinct(String key, List<?> values) {
    if (new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException(key + ": expected no duplicates, found " + values);
    }
  }

  static void requireRecipes(List<Recipe> recipes, List<String> objectives) {
    Set<String> labels = new HashSet<>();
    for (Recipe recipe : recipes) {
      if (recipe.name().equals(Recipe.NONE.name())) {
        throw new IllegalArgumentException(
            "recipes: 'none' is what tables call a missing teacher; give the recipe another name");
      }
      if (!labels.add(recipe.label()) || objectives.contains(recipe.name())) {
        throw new IllegalArgumentException(
            "recipes: two are called '" + recipe.label() + "'; give one another name");
      }
    }
  }
}
