package org.limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What keeps two plans from sharing a directory; seeds, recipes, selection and file paths do not.
 */
public final class PlanDifferences {
  private PlanDifferences() {}

  public static List<String> between(StudyPlan before, StudyPlan now) {
    List<String> differences = new ArrayList<>();
    add(differences, "name", before.name(), now.name());
    add(differences, "data.source", before.data().source(), now.data().source());
    add(
        differences,
        "data.validationFrom",
        before.data().validationFrom(),
        now.data().validationFrom());
    add(differences, "data.validation", before.data().validation(), now.data().validation());
    add(differences, "data.testShare", before.data().testShare(), now.data().testShare());
    add(differences, "data.longTail", before.data().longTail(), now.data().longTail());
    add(differences, "data.splitSeed", before.data().splitSeed(), now.data().splitSeed());
    add(differences, "teacher.scores", before.scores(), now.scores());
    addRole(differences, "teacher", before.teacher(), now.teacher());
    addRole(differences, "student", before.student(), now.student());
    return differences;
  }

  private static void addRole(
      List<String> differences, String role, RolePlan before, RolePlan now) {
    add(differences, role + ".network", before.network().text(), now.network().text());
    add(differences, role + ".objectives", before.objectives(), now.objectives());
    add(differences, role + ".alphas", before.alphas(), now.alphas());
    add(differences, role + ".anchor", before.anchor(), now.anchor());
    add(differences, role + ".multipliers", before.multipliers(), now.multipliers());
    add(differences, role + ".train", before.train(), now.train());
  }

  private static void add(
      List<String> differences, String key, @Nullable Object before, @Nullable Object now) {
    if (!Objects.equals(before, now)) {
      differences.add("%s was %s, is %s".formatted(key, before, now));
    }
  }
}
