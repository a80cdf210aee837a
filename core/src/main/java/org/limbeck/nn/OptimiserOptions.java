package org.limbeck.nn;

/**
 * An optimiser and its settings.
 *
 * @param kind which
 * @param learningRate peak of the schedule, &gt; 0
 * @param momentum SGD: Nesterov momentum in [0, 1), 0 for none; AdamW: beta1
 * @param weightDecay on weights, not on biases and norms, &gt;= 0
 */
public record OptimiserOptions(
    Kind kind, double learningRate, double momentum, double weightDecay) {

  /** The optimisers. */
  public enum Kind {
    /** Stochastic gradient descent with Nesterov momentum (Sutskever et al., ICML 2013). */
    SGD,
    /** Adam with decoupled weight decay (Loshchilov &amp; Hutter, ICLR 2019). */
    ADAMW
  }

  public OptimiserOptions {
    check("learningRate", learningRate > 0 && Double.isFinite(learningRate), "> 0", learningRate);
    check("momentum", momentum >= 0 && momentum < 1, "[0, 1)", momentum);
    check(
        "weightDecay", weightDecay >= 0 && Double.isFinite(weightDecay), "0 or more", weightDecay);
  }

  private static void check(String key, boolean ok, String expected, double found) {
    if (!ok) {
      throw new IllegalArgumentException(key + ": expected " + expected + ", found " + found);
    }
  }
}
