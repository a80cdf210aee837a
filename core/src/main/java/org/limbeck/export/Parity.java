package org.limbeck.export;

/**
 * How far an exported model is from the network it was made of: the largest absolute difference
 * over all examples and classes.
 *
 * @param examples compared
 * @param logits of the scores; NaN if either side has one
 * @param probabilities of their softmax; NaN if either side has one
 * @param runtime version of ONNX Runtime
 */
public record Parity(int examples, double logits, double probabilities, String runtime) {
  /** The largest difference that counts as rounding. */
  public static final double TOLERANCE = 1e-4;

  /** Whether both differences are within the tolerance; never with a NaN. */
  public boolean holds() {
    return logits <= TOLERANCE && probabilities <= TOLERANCE;
  }

  /** Both comparisons as one. */
  Parity and(Parity other) {
    return new Parity(
        examples + other.examples,
        Math.max(logits, other.logits),
        Math.max(probabilities, other.probabilities),
        runtime);
  }
}
