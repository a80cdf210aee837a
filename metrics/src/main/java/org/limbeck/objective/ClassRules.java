package org.limbeck.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;

/** All class rules: those of Limbeck and those on the class path. */
public final class ClassRules {
  private ClassRules() {}

  /** All of them. */
  public static List<ClassRule> all() {
    List<ClassRule> all = new ArrayList<>();
    try {
      ServiceLoader.load(ClassRule.class).forEach(all::add);
    } catch (ServiceConfigurationError e) {
      throw new LimbeckException("a class rule cannot be loaded: " + e.getMessage(), e);
    }
    return List.copyOf(all);
  }

  /** Their names, sorted. */
  public static List<String> names() {
    return all().stream().map(ClassRule::name).sorted().toList();
  }

  /**
   * A rule by its name.
   *
   * @throws LimbeckException if there is none
   */
  public static ClassRule of(String name) {
    return all().stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new LimbeckException(
                    "no class rule '" + name + "'" + DidYouMean.hint(name, names())));
  }

  /**
   * The values of a rule as costs, checked.
   *
   * @throws LimbeckException if they are not one finite number &gt; 0 for each class
   */
  public static double[] costs(String name, ClassFacts facts) {
    double[] costs = values(name, facts);
    for (double cost : costs) {
      if (cost == 0) {
        throw new LimbeckException(
            "costs: class rule '%s' gives a class the cost 0, and costs are above 0; use it for margins"
                .formatted(name));
      }
    }
    return costs;
  }

  /**
   * The values of a rule, checked.
   *
   * @throws LimbeckException if they are not one finite number &gt;= 0 for each class
   */
  public static double[] values(String name, ClassFacts facts) {
    double[] values = computed(of(name), facts);
    if (values.length != facts.classes()) {
      throw new LimbeckException(
          "class rule '%s': expected %d values, found %d"
              .formatted(name, facts.classes(), values.length));
    }
    for (double value : values) {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new LimbeckException(
            "class rule '%s': expected finite numbers of 0 or more, found %s"
                .formatted(name, value));
      }
    }
    return values;
  }

  /** What a rule computes; a custom rule that fails is not a fault of Limbeck. */
  private static double[] computed(ClassRule rule, ClassFacts facts) {
    try {
      return rule.values(facts).clone();
    } catch (RuntimeException e) {
      throw new LimbeckException(
          "class rule '%s' fails: %s; correct %s"
              .formatted(rule.name(), e, rule.getClass().getName()),
          e);
    }
  }
}
