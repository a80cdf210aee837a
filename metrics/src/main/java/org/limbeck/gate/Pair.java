package org.limbeck.gate;

import org.jspecify.annotations.Nullable;
import org.limbeck.gate.exact.Level;

/** A rule on one class, group or model: what gets a verdict of its own. */
interface Pair {
  /** The verdict alone, for simulations. */
  Verdict verdict(Level level);

  /** The verdict with its bounds, and the examples that would decide it. */
  RuleResult result(Level level);

  /** What a pair is of. */
  record Subject(Rule rule, @Nullable String className, @Nullable String groupName, double limit) {}
}
