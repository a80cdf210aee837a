package org.limbeck.objective;

/** The end of the trade-off opposite to the worst class. */
public enum Anchor {
  /** alpha = 0 is the balanced objective. */
  BALANCED,
  /** alpha = 0 is the standard objective, for deployments that keep the training frequencies. */
  STANDARD
}
