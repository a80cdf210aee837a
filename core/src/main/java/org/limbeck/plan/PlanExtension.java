package org.limbeck.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignTeacher;

/**
 * What a plan adds to the plan that a study's directory holds already, and what it leaves out.
 *
 * @param added in words, like {@code student objective robust(0.5)} or {@code seeds 5 and 6}
 * @param leftOut likewise; the runs stay in the directory
 */
public record PlanExtension(List<String> added, List<String> leftOut) {
  public PlanExtension {
    added = List.copyOf(added);
    leftOut = List.copyOf(leftOut);
  }

  /** Compares seeds, objectives and recipes. */
  public static PlanExtension between(StudyPlan before, StudyPlan now) {
    return new PlanExtension(beyond(before, now), beyond(now, before));
  }

  /** Whether both plans ask for the same runs. */
  public boolean isEmpty() {
    return added.isEmpty() && leftOut.isEmpty();
  }

  /** What {@code more} has and {@code base} lacks. */
  private static List<String> beyond(StudyPlan base, StudyPlan more) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    more.teacher()
        .trained()
        .ifPresent(role -> recipes(named, Role.TEACHER, base.teacher().recipes(), role));
    foreign(named, base.teacher(), more.teacher());
    recipes(named, Role.STUDENT, base.student().expanded(), more.student());
    more.addedBaseline()
        .filter(recipe -> !base.students().contains(recipe))
        .ifPresent(recipe -> add(named, "baseline", Recipe.NONE.label() + " / " + recipe.label()));
    for (Long seed : more.seeds()) {
      if (!base.seeds().contains(seed)) {
        add(named, "seed", seed.toString());
      }
    }
    return named.entrySet().stream().map(e -> words(e.getKey(), e.getValue())).toList();
  }

  private static void recipes(
      Map<String, List<String>> named, Role role, List<Recipe> known, RolePlan more) {
    var labels = known.stream().map(Recipe::label).collect(Collectors.toSet());
    for (Recipe recipe : more.expanded()) {
      if (!known.contains(recipe)) {
        String kind = more.objectives().contains(recipe.name()) ? " objective" : " recipe";
        // The same name with other keys is another recipe.
        String changed = labels.contains(recipe.label()) ? " with other keys" : "";
        add(named, role.label() + kind, recipe.label() + changed);
      }
    }
  }

  /** `trainedOn` does not change the scores, so the run stays the same. */
  private static void foreign(Map<String, List<String>> named, TeacherPlan base, TeacherPlan more) {
    Map<String, ForeignSource> known = new LinkedHashMap<>();
    base.foreign().forEach(teacher -> known.put(teacher.name(), teacher.source()));
    for (ForeignTeacher teacher : more.foreign()) {
      ForeignSource before = known.get(teacher.name());
      if (!teacher.source().equals(before)) {
        add(named, "teacher", teacher.name() + (before == null ? "" : " with other keys"));
      }
    }
  }

  private static void add(Map<String, List<String>> named, String noun, String name) {
    named.computeIfAbsent(noun, key -> new ArrayList<>()).add(name);
  }

  private static String words(String noun, List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? noun + " " + names.get(0)
        : "%ss %s and %s"
            .formatted(noun, String.join(", ", names.subList(0, last)), names.get(last));
  }
}
