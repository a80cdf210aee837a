package org.limbeck.objective;

/** What a class risk on the validation split measures when it drives the multipliers. */
public enum Measure {
  /** The share of the class's weight that is predicted wrongly, in [0, 1]. */
  ZERO_ONE,
  /** The cross-entropy of the raw scores in nats; unbounded, so it needs a smaller gamma. */
  CROSS_ENTROPY
}
