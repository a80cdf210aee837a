package org.limbeck.objective;

/** Whether the multipliers remember earlier class risks. */
public enum Memory {
  /** lambda_y is multiplied by exp(gamma V_y) at each update. */
  ACCUMULATE,
  /** lambda_y is proportional to exp(gamma V_y) of the newest risks alone. */
  MEMORYLESS
}
