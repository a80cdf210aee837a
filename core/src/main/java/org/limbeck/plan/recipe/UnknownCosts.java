package org.limbeck.plan.recipe;

import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Strata;

/** The costs of a teacher that was trained elsewhere: nobody here chose them. */
public record UnknownCosts() implements Costs {
  /** The name in files. */
  static final String RULE = "trained-elsewhere";

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Objective.Form form() {
    return Objective.Form.MARGIN;
  }

  @Override
  public double from() {
    return 0;
  }

  @Override
  public Costs withParts(Strata.By parts) {
    CostChecks.requireClasses(parts, "a foreign teacher is not trained here");
    return this;
  }

  @Override
  public Objective objective(ClassFacts facts) {
    throw new IllegalStateException("a foreign teacher is not trained here");
  }
}
