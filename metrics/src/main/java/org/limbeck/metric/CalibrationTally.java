package org.limbeck.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sums from which calibration is computed, in O(classes * bins) memory: rows of probabilities
 * are added one by one, tallies of parts are merged, and all metrics are functions of the result.
 */
public final class CalibrationTally {
  // Softmax in float32 underflows to 0 below its smallest number: one such example must not make
  // the mean infinite, so it counts as that number, 103 nats.
  private static final double SMALLEST = Float.MIN_VALUE;

  private final int classes;
  private final Bins top;
  private final Bins perClass;
  private final int[] predicted;
  private final int[] correct;
  private final double[] confidenceSum;
  private double logLikelihood;
  private double squaredErrors;
  private int examples;

  /** An empty tally of {@code classes} classes in {@code bins} equal-width bins over [0, 1]. */
  public CalibrationTally(int classes, int bins) {
    this.classes = classes;
    top = new Bins(1, bins);
    perClass = new Bins(classes, bins);
    predicted = new int[classes];
    correct = new int[classes];
    confidenceSum = new double[classes];
  }

  /**
   * Adds one example.
   *
   * @param probabilities each in [0, 1]; those of the example begin at {@code start}
   * @param label in [0, classes)
   */
  public void add(double[] probabilities, int start, int label) {
    for (int y = 0; y < classes; y++) {
      double p = probabilities[start + y];
      double error = label == y ? 1 - p : p;
      perClass.add(y, p, label == y);
      squaredErrors += error * error;
    }
    int best = ArgMax.ofRow(probabilities, start, classes);
    top.add(0, probabilities[start + best], best == label);
    predicted[best]++;
    correct[best] += best == label ? 1 : 0;
    confidenceSum[best] += probabilities[start + best];
    logLikelihood += Math.log(Math.max(probabilities[start + label], SMALLEST));
    examples++;
  }

  /** Adds the examples of another tally with as many classes and bins. */
  public void merge(CalibrationTally other) {
    top.merge(other.top);
    perClass.merge(other.perClass);
    for (int y = 0; y < classes; y++) {
      predicted[y] += other.predicted[y];
      correct[y] += other.correct[y];
      confidenceSum[y] += other.confidenceSum[y];
    }
    logLikelihood += other.logLikelihood;
    squaredErrors += other.squaredErrors;
    examples += other.examples;
  }

  /** The number of classes m. */
  public int classes() {
    return classes;
  }

  /** The number of examples n. */
  public int examples() {
    return examples;
  }

  /** The number of examples with this label. */
  public int count(int label) {
    return perClass.hits(label);
  }

  /** The number of examples with this label that have their largest probability there. */
  public int correct(int label) {
    return correct[label];
  }

  /** The number of examples that have their largest probability at {@code y}. */
  public int predicted(int y) {
    return predicted[y];
  }

  /** The mean of p_y over the examples predicted as y; 0 if there are none. */
  public double confidence(int y) {
    return predicted[y] == 0 ? 0 : confidenceSum[y] / predicted[y];
  }

  /**
   * Over-confidence of a class: the mean of p_y over the examples predicted as y, minus the share
   * of these whose label is y; below 0 where the class is under-confident, {@code null} if nothing
   * is predicted as y.
   */
  public @Nullable Double overconfidence(int y) {
    return predicted[y] == 0 ? null : (confidenceSum[y] - correct[y]) / predicted[y];
  }

  /** The top class: how often it is right, by its probability. */
  public ReliabilityDiagram reliability() {
    return ReliabilityDiagram.of(top, 0);
  }

  /** One class: how often it is the label, by its probability. */
  public ReliabilityDiagram reliability(int y) {
    return ReliabilityDiagram.of(perClass, y);
  }

  /** The calibration of the examples, of which there is at least one. */
  public Calibration calibration() {
    int n = examples;
    var errors = new ArrayList<Double>(classes);
    var gaps = new ArrayList<@Nullable Double>(classes);
    for (int y = 0; y < classes; y++) {
      double meanScore = perClass.scoreSum(y) / n;
      double frequency = (double) count(y) / n;
      errors.add(perClass.gap(y, n, 1, 1));
      gaps.add(meanScore > 0 && frequency > 0 ? perClass.gap(y, n, meanScore, frequency) : null);
    }
    return new Calibration(
        top.size(),
        top.gap(0, n, 1, 1),
        errors,
        errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
        gaps,
        worst(gaps),
        -logLikelihood / n,
        squaredErrors / n);
  }

  private static @Nullable Double worst(List<@Nullable Double> gaps) {
    return gaps.stream().filter(Objects::nonNull).max(Double::compare).orElse(null);
  }

  /** The bins of every class. */
  Bins perClass() {
    return perClass;
  }
}
