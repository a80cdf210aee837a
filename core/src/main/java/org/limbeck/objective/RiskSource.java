package org.limbeck.objective;

/** Where the class risks that move the multipliers are measured. */
public enum RiskSource {
  /** The held-out validation split: a network that fits its training data still errs there. */
  VALIDATION,
  /** The batch of each training step, as group DRO and AdvShift do. */
  TRAINING_BATCH
}
