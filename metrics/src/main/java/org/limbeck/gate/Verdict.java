package org.limbeck.gate;

import java.util.Collection;
import java.util.Locale;

/** What the examples say about a requirement. */
public enum Verdict {
  /** Met, at the confidence of the gate. */
  HOLDS,
  /** Not met, at the confidence of the gate. */
  VIOLATED,
  /** The examples are too few to say. */
  UNDECIDED;

  /** The word for files and tables, like {@code holds}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Verdict of(boolean holds, boolean violated) {
    if (violated) {
      return VIOLATED;
    }
    return holds ? HOLDS : UNDECIDED;
  }

  /** The verdict of several rules: violated beats undecided, and undecided beats holds. */
  static Verdict ofAll(Collection<Verdict> verdicts) {
    if (verdicts.contains(VIOLATED)) {
      return VIOLATED;
    }
    return verdicts.contains(UNDECIDED) ? UNDECIDED : HOLDS;
  }
}
