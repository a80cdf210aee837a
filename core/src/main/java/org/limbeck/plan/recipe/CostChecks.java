package org.limbeck.plan.recipe;

import org.limbeck.objective.Objective;
import org.limbeck.objective.Strata;

/** What all costs are checked for. */
final class CostChecks {
  private CostChecks() {}

  static void requireShare(double from) {
    if (!(from >= 0 && from < 1)) {
      throw new IllegalArgumentException("costsFrom: expected [0, 1), found " + from);
    }
  }

  /** Refuses a trade-off outside [0, 1]. */
  static void requireAlpha(String key, double alpha) {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException(key + ": expected [0, 1], found " + alpha);
    }
  }

  static void requireForm(Strata.By parts, Objective.Form form) {
    if (parts == Strata.By.GROUP && form == Objective.Form.MARGIN) {
      throw new IllegalArgumentException(
          "by: costs of whole groups move no margins between classes; use form: reweight");
    }
  }

  static void requireClasses(Strata.By parts, String otherwise) {
    if (parts != Strata.By.CLASS) {
      throw new IllegalArgumentException("by: " + otherwise);
    }
  }
}
