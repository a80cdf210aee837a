package org.limbeck.metric;

import java.util.Arrays;

/**
 * The distributions q over the classes with KL(q || centre) &lt;= radius, in nats.
 *
 * <p>Derived in docs/method.md, "Balls of label distributions".
 */
public final class KlBall {
  private static final int HALVINGS = 100;
  private static final double STEEP = 1e6;

  private final double[] logCentre;
  private final double radius;

  /**
   * A ball.
   *
   * @param centre a distribution, every value &gt; 0
   * @param radius in nats, &gt;= 0
   */
  public KlBall(double[] centre, double radius) {
    if (!(radius >= 0)) {
      throw new IllegalArgumentException("radius: expected 0 or more, found " + radius);
    }
    logCentre = logs(centre);
    this.radius = radius;
  }

  /** The ball around the uniform distribution. */
  public static KlBall uniform(int classes, double radius) {
    var centre = new double[classes];
    Arrays.fill(centre, 1.0 / classes);
    return new KlBall(centre, radius);
  }

  private static double[] logs(double[] values) {
    var logs = new double[values.length];
    for (int y = 0; y < logs.length; y++) {
      logs[y] = Math.log(values[y]);
    }
    return logs;
  }

  /** KL(q || centre) of a distribution given by its logarithms. */
  public double divergence(double[] logQ) {
    double sum = 0;
    for (int y = 0; y < logQ.length; y++) {
      double q = Math.exp(logQ[y]);
      sum += q > 0 ? q * (logQ[y] - logCentre[y]) : 0;
    }
    return Math.max(0, sum);
  }

  /**
   * The point of the ball nearest to q in KL(. || q): q itself inside, else normalise(q^s
   * centre^(1-s)) on the border, with s found by bisection.
   *
   * @param logQ log q, one for each class
   * @return logarithms, inside the ball
   */
  public double[] projected(double[] logQ) {
    if (divergence(logQ) <= radius) {
      return logQ.clone();
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (divergence(between(logQ, middle)) <= radius) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return between(logQ, low);
  }

  private double[] between(double[] logQ, double share) {
    var mixed = new double[logQ.length];
    for (int y = 0; y < mixed.length; y++) {
      mixed[y] = share * logQ[y] + (1 - share) * logCentre[y];
    }
    return normalised(mixed);
  }

  /**
   * The largest mean of {@code values} over the ball: max_q sum_y q_y value_y, reached by
   * normalise(centre exp(t value)).
   *
   * @param values finite, one for each class
   */
  public double largestMean(double[] values) {
    double largest = Arrays.stream(values).max().orElseThrow();
    double mass = 0;
    for (int y = 0; y < values.length; y++) {
      mass += values[y] == largest ? Math.exp(logCentre[y]) : 0;
    }
    if (radius >= -Math.log(mass)) {
      return largest; // all of q may lie where it is reached
    }
    double[] worst = projected(normalised(tilted(values, limit(values))));
    double sum = 0;
    for (int y = 0; y < worst.length; y++) {
      sum += Math.exp(worst[y]) * values[y];
    }
    return sum;
  }

  /** A tilt so steep that what it gives is outside the ball or as good as the maximum. */
  private static double limit(double[] values) {
    double largest = Arrays.stream(values).max().orElseThrow();
    double smallest = Arrays.stream(values).min().orElseThrow();
    return largest > smallest ? STEEP / (largest - smallest) : 0;
  }

  private double[] tilted(double[] values, double by) {
    double[] tilted = logCentre.clone();
    for (int y = 0; y < tilted.length; y++) {
      tilted[y] += by * values[y];
    }
    return tilted;
  }

  /** Logarithms of the distribution proportional to exp(values); a new array. */
  public static double[] normalised(double[] values) {
    double max = Arrays.stream(values).max().orElseThrow();
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(value - max);
    }
    double log = max + Math.log(sum);
    return Arrays.stream(values).map(value -> value - log).toArray();
  }
}
