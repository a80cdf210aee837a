package org.limbeck.plan.recipe;

import java.util.Arrays;
import java.util.List;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.ClassRules;

/**
 * The extra margins of a recipe: Delta_y = scale * rule_y.
 *
 * @param rule none, or the name of a class rule
 * @param scale &gt;= 0
 */
public record MarginOptions(String rule, double scale) {
  /** No extra margins. */
  public static final MarginOptions NONE = new MarginOptions("none", 0);

  public MarginOptions {
    if (!(scale >= 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException(
          "marginScale: expected a finite number of 0 or more, found " + scale);
    }
  }

  /** Whether there are none. */
  public boolean none() {
    return rule.equals("none");
  }

  /** Delta of each class; empty for none. */
  public List<Double> values(ClassFacts facts) {
    return none()
        ? List.of()
        : Arrays.stream(ClassRules.values(rule, facts)).map(v -> scale * v).boxed().toList();
  }
}
