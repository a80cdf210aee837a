package org.limbeck.objective;

/**
 * One number for each class from facts about the training split: costs c_y &gt; 0 or margins
 * Delta_y &gt;= 0, as a recipe uses it.
 *
 * <p>Custom rules are found through {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/org.limbeck.objective.ClassRule}. examples/java shows one. The name of a rule
 * is part of a run's identity, so a rule that changes needs a new name.
 */
public interface ClassRule {
  /** The name in study files: lower-case letters, digits and dashes. */
  String name();

  /**
   * The values, {@code [classes]}.
   *
   * @param facts about the training split
   */
  double[] values(ClassFacts facts);
}
