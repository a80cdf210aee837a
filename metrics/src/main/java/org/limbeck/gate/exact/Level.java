package org.limbeck.gate.exact;

/**
 * The error that a check may make, and the number of pairs that share it.
 *
 * @param d the chance of a wrong "holds", and of a wrong "violated": 1 - confidence, divided by the
 *     number of planned looks
 * @param pairs h, the number of (rule, class) pairs of all rules
 */
public record Level(double d, int pairs) {
  // "Holds" needs no correction: where the truth violates, the bound of one particular pair has to
  // be wrong. "Violated" does, because any of the pairs may raise a false alarm.

  /** The level d/h of "violated". */
  public double own() {
    return d / pairs;
  }
}
