package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Role;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.data.DataKeys;

/**
 * The keys that keep two plans from sharing a directory. Seeds, objectives, alphas, recipes,
 * teachers from elsewhere, the baseline, the selection, the device and file paths may differ; every
 * other key, also a future one, may not, unless it is of a role of which the directory has no run.
 */
public final class PlanDifferences {
  private static final Set<String> FREE =
      Set.of(
          "seeds",
          "device",
          "teacher.objectives",
          "teacher.alphas",
          "teacher.recipes",
          "teacher.foreign",
          "student.objectives",
          "student.alphas",
          "student.recipes",
          "student.baseline");

  private PlanDifferences() {}

  /**
   * One line for each key: {@code student.train.epochs: 30 in runs/digits, 20 in the new plan}.
   *
   * @param where the first plan is, as messages call it
   * @param bound the roles whose keys may not differ
   */
  public static List<String> between(
      StudyPlan before, String where, StudyPlan now, Set<Role> bound) {
    Map<String, Object> old = Leaves.of(before);
    Map<String, Object> changed = Leaves.of(now);
    Set<String> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(changed.keySet());
    List<String> lines = new ArrayList<>();
    for (String key : keys) {
      boolean files =
          DataKeys.isFile(key, text(old.get(key))) && DataKeys.isFile(key, text(changed.get(key)));
      if (!files && !free(key, bound) && !Objects.equals(old.get(key), changed.get(key))) {
        lines.add(
            "%s: %s in %s, %s in the new plan"
                .formatted(key, text(old.get(key)), where, text(changed.get(key))));
      }
    }
    return lines;
  }

  private static boolean free(String key, Set<Role> bound) {
    return FREE.contains(key)
        || key.startsWith("select.")
        || roleOf(key).filter(role -> !bound.contains(role)).isPresent();
  }

  /** Whose runs a key decides; absent for keys that decide those of both roles. */
  private static Optional<Role> roleOf(String key) {
    if (key.equals("teacher.scores")) {
      return Optional.of(Role.STUDENT); // how students read the scores; no teacher depends on it
    }
    return Arrays.stream(Role.values())
        .filter(role -> key.startsWith(role.label() + "."))
        .findFirst();
  }

  private static String text(@Nullable Object leaf) {
    return leaf == null ? "not set" : Leaves.text(leaf);
  }
}
