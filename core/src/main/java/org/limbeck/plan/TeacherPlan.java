package org.limbeck.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.plan.recipe.MarginOptions;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.UnknownCosts;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.teacher.foreign.ForeignTeacher;

/** The teachers of a study: trained in it, or trained elsewhere. */
public sealed interface TeacherPlan {
  /** The recipe of each teacher, which is its row in tables, in the order of the plan. */
  List<Recipe> recipes();

  /** What is trained; empty where all teachers were trained elsewhere. */
  default Optional<RolePlan> trained() {
    return Optional.empty();
  }

  /** The teachers that were trained elsewhere; none where teachers are trained. */
  default List<ForeignTeacher> foreign() {
    return List.of();
  }

  /** Teachers that learn from the labels. */
  record Trained(RolePlan role) implements TeacherPlan {
    @Override
    public List<Recipe> recipes() {
      return role.expanded();
    }

    @Override
    public Optional<RolePlan> trained() {
      return Optional.of(role);
    }
  }

  /**
   * Teachers that were trained elsewhere.
   *
   * @param teachers one or more, each with a name of its own
   */
  record Foreign(List<ForeignTeacher> teachers) implements TeacherPlan {
    public Foreign {
      teachers = List.copyOf(teachers);
      if (teachers.isEmpty()) {
        throw new IllegalArgumentException("foreign: expected a teacher or more, found none");
      }
      Set<String> names = new HashSet<>();
      for (ForeignTeacher teacher : teachers) {
        if (!names.add(recipe(teacher).name())) {
          throw new IllegalArgumentException(
              "foreign: two teachers are called '%s'; give one another name"
                  .formatted(teacher.name()));
        }
      }
    }

    @Override
    public List<Recipe> recipes() {
      List<Recipe> recipes = new ArrayList<>();
      teachers.forEach(teacher -> recipes.add(recipe(teacher)));
      return List.copyOf(recipes);
    }

    @Override
    public List<ForeignTeacher> foreign() {
      return teachers;
    }
  }

  /**
   * The recipe that stands for a foreign teacher in tables and records: it has the teacher's name
   * and equals no recipe that trains anything.
   *
   * @throws IllegalArgumentException if tables cannot show the name
   */
  static Recipe recipe(ForeignTeacher teacher) {
    if (teacher.name().equals(Recipe.NONE.name())) {
      throw new IllegalArgumentException(
          "name: 'none' is what tables call a missing teacher; give it another name");
    }
    return new Recipe(
        teacher.name(),
        null,
        LabelOptions.ONE_HOT,
        new UnknownCosts(),
        MarginOptions.NONE,
        PostHocOptions.NONE);
  }
}
