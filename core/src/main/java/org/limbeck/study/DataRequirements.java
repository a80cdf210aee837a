package org.limbeck.study;

import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.data.Views;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Strata;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.teacher.foreign.ForeignSource;

/** What a plan requires of its data, checked before anything is trained. */
final class DataRequirements {
  private DataRequirements() {}

  /**
   * Checks the splits of a plan.
   *
   * @throws LimbeckException if a network, views, groups or their parts do not fit the data
   */
  static void check(StudyPlan plan, Dataset data) {
    plan.teacher().trained().ifPresent(role -> requireFit("teacher", role, data));
    requireFit("student", plan.student(), data);
    requireGroups("teacher", plan.teacher().recipes(), data);
    requireGroups("student", plan.student().expanded(), data);
    requireGroups(plan.selection(), data);
    requireNumbered("student", plan.student().train().views(), data);
    requireScoredViews(plan);
    JudgingRequirements.check(plan, data);
  }

  private static void requireFit(String role, RolePlan plan, Dataset data) {
    plan.network().layers(data.shape(), data.classes());
    if (!plan.train().views().equals(Views.NONE)
        && !(data.train().values() instanceof ByteValues)) {
      throw new LimbeckException(
          ("%s.train.views: only image sources have views, and '%s' is none; set views: {crop: 0,"
                  + " flip: none}")
              .formatted(role, data.name()));
    }
  }

  private static void requireGroups(String role, List<Recipe> recipes, Dataset data) {
    for (Recipe recipe : recipes) {
      if (recipe.costs().by() != Strata.By.CLASS && data.groupNames().isEmpty()) {
        throw new LimbeckException(
            ("%s.recipes: '%s' works by group, and '%s' has no groups; name their column with"
                    + " data.group")
                .formatted(role, recipe.label(), data.name()));
      }
      requireMass(recipe.costs().by(), data);
    }
  }

  /** Refuses a choice by groups where there are none. */
  private static void requireGroups(SelectionPlan plan, Dataset data) {
    if (plan.by() != Strata.By.CLASS && data.groupNames().isEmpty()) {
      throw new LimbeckException(
          "select.by: '%s' has no groups; name their column with data.group, or select by: class"
              .formatted(data.name()));
    }
  }

  /** Refuses parts of the data without examples before any teacher is trained. */
  private static void requireMass(Strata.By by, Dataset data) {
    if (by != Strata.By.CLASS) {
      var strata = new Strata(by, data.classNames(), data.groupNames());
      for (Examples split : List.of(data.train(), data.validation())) {
        strata.prior(LabelWeights.oneHot(split.labels(), data.classes()), split.groups());
      }
    }
  }

  /** Refuses views whose scores a foreign teacher cannot give. */
  private static void requireScoredViews(StudyPlan plan) {
    boolean learns = plan.students().stream().anyMatch(recipe -> recipe.labels().needsTeacher());
    if (learns && !plan.student().train().views().equals(Views.NONE)) {
      plan.teacher().foreign().stream()
          .filter(teacher -> !scoresViews(teacher.source()))
          .findFirst()
          .ifPresent(
              teacher -> {
                throw ForeignViews.refused(teacher);
              });
    }
  }

  private static boolean scoresViews(ForeignSource source) {
    if (source instanceof ForeignSource.Ensemble ensemble) {
      return ensemble.members().stream().allMatch(DataRequirements::scoresViews);
    }
    return !(source instanceof ForeignSource.ScoreFiles);
  }

  static void requireNumbered(String role, Views views, Dataset data) {
    if ((long) data.train().size() * views.count() > Integer.MAX_VALUE) {
      throw new LimbeckException(
          "%s.train.views.crop: %d views of %d examples are too many to number; use a smaller crop"
              .formatted(role, views.count(), data.train().size()));
    }
  }
}
