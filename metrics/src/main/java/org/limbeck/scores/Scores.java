package org.limbeck.scores;

import java.util.Optional;
import org.limbeck.calibration.Softmax;
import org.limbeck.metric.ArgMax;

/** What a model gives for each example and class; row-major {@code [examples, classes]}. */
public sealed interface Scores {
  /** The number of values: examples x classes, or 0 without scores. */
  int size();

  /**
   * The class with the largest score of each example, the lowest index of several; empty without
   * scores.
   */
  int[] predictions(int classes);

  /** Probabilities, in [0, 1]: the softmax of logits; empty without scores. */
  Optional<double[]> probabilities(int classes);

  /** Finite logits: log p of probabilities; empty without scores. */
  Optional<float[]> logits();

  /** No scores: the predicted classes are all there is. */
  record None() implements Scores {
    @Override
    public int size() {
      return 0;
    }

    @Override
    public int[] predictions(int classes) {
      return new int[0];
    }

    @Override
    public Optional<double[]> probabilities(int classes) {
      return Optional.empty();
    }

    @Override
    public Optional<float[]> logits() {
      return Optional.empty();
    }
  }

  /**
   * Probabilities in double precision.
   *
   * @param values each in [0, 1], about 1 together for each example
   */
  @SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
  record Probabilities(double[] values) implements Scores {
    // Where a probability is 0 in float32 the example counts 103 nats, as in the metrics.
    private static final double SMALLEST = Float.MIN_VALUE;

    /** The logit log p of a probability, up to a constant for each example. */
    public static float logit(double probability) {
      return (float) Math.log(Math.max(probability, SMALLEST));
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public int[] predictions(int classes) {
      return ArgMax.of(values, classes);
    }

    @Override
    public Optional<double[]> probabilities(int classes) {
      return Optional.of(values);
    }

    @Override
    public Optional<float[]> logits() {
      var logits = new float[values.length];
      for (int i = 0; i < logits.length; i++) {
        logits[i] = logit(values[i]);
      }
      return Optional.of(logits);
    }
  }

  /**
   * Logits in float32.
   *
   * @param values finite
   */
  @SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
  record Logits(float[] values) implements Scores {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public int[] predictions(int classes) {
      return ArgMax.of(values, classes);
    }

    @Override
    public Optional<double[]> probabilities(int classes) {
      var doubles = new double[values.length];
      for (int i = 0; i < doubles.length; i++) {
        doubles[i] = values[i];
      }
      return Optional.of(Softmax.rows(doubles, classes));
    }

    @Override
    public Optional<float[]> logits() {
      return Optional.of(values);
    }
  }
}
