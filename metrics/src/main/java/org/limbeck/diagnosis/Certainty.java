package org.limbeck.diagnosis;

/** How sure a finding about scores is. */
public enum Certainty {
  /** Nothing was found, or nothing that chance does not explain. */
  NONE,
  /** Worth a warning: where it is a test, right scores look like this once in 1,000 at most. */
  LIKELY,
  /** Worth an error: where it is a test, right scores look like this once in a million at most. */
  CERTAIN;

  static final double LIKELY_LEVEL = 1e-3;
  static final double CERTAIN_LEVEL = 1e-6;

  /** The certainty of a finding that right scores show with probability {@code p} at most. */
  static Certainty of(double p) {
    if (p <= CERTAIN_LEVEL) {
      return CERTAIN;
    }
    return p <= LIKELY_LEVEL ? LIKELY : NONE;
  }
}
