package org.limbeck.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.objective.ClassPrior;

/**
 * The mean negative log-likelihood of held-out labels under softmax(scale_y s_y + shift_y + log
 * piSplit_y/piTrain_y), with s = z - log c the uncosted scores; parameters are {@code [scale...,
 * shift...]}.
 */
final class ShiftedLikelihood {
  // Rows are summed block by block, and the blocks in order: the same sum on any number of threads.
  private static final int BLOCK = 512;
  private static final long PARALLEL = 1 << 18;

  private final HeldOutScores heldOut;
  private final double[] logCosts;
  private final double[] logShift;
  private final int[] rows;
  private final int classes;

  /**
   * The likelihood of some of the examples.
   *
   * @param costs c that the teacher was trained with
   * @param rows which examples; every class occurs among them
   */
  ShiftedLikelihood(double[] costs, HeldOutScores heldOut, int[] rows) {
    this(
        heldOut,
        Arrays.stream(costs).map(Math::log).toArray(),
        LabelShift.logRatios(heldOut.trainPrior(), prior(heldOut, rows, costs.length)),
        rows);
  }

  private ShiftedLikelihood(
      HeldOutScores heldOut, double[] logCosts, double[] logShift, int[] rows) {
    this.heldOut = heldOut;
    this.logCosts = logCosts;
    this.logShift = logShift;
    this.rows = rows;
    classes = logCosts.length;
  }

  private static ClassPrior prior(HeldOutScores heldOut, int[] rows, int classes) {
    int[] labels = Arrays.stream(rows).map(i -> heldOut.labels()[i]).toArray();
    return LabelShift.frequencies(labels, classes);
  }

  /** The same likelihood on every {@code step}th of its examples. */
  ShiftedLikelihood sample(int step) {
    int[] some = IntStream.range(0, rows.length / step).map(i -> rows[i * step]).toArray();
    return new ShiftedLikelihood(heldOut, logCosts, logShift, some);
  }

  /** The number of examples of each class. */
  int[] classCounts() {
    var counts = new int[classes];
    Arrays.stream(rows).forEach(i -> counts[heldOut.labels()[i]]++);
    return counts;
  }

  /** The number of scores that one evaluation goes through. */
  long scores() {
    return (long) rows.length * classes;
  }

  /**
   * The likelihood of one temperature as a function of a = 1/T.
   *
   * @param slope d/da: the mean of E_p[s] - s_label
   * @param curvature the second derivative: the mean of Var_p[s]
   */
  record Line(double slope, double curvature) {}

  /** Slope and curvature in the scale that all classes share, without shifts. */
  Line line(double scale) {
    double[] all = new double[classes];
    Arrays.fill(all, scale);
    double[] sums = sums(2, all, new double[classes], this::addLine);
    return new Line(sums[0] / rows.length, sums[1] / rows.length);
  }

  private void addLine(int label, double[] s, double[] p, double logLikelihood, double[] sums) {
    double mean = 0;
    double square = 0;
    for (int y = 0; y < classes; y++) {
      mean += p[y] * s[y];
      square += p[y] * s[y] * s[y];
    }
    sums[0] += mean - s[label];
    sums[1] += Math.max(0, square - mean * mean);
  }

  /**
   * Value and gradient at some parameters.
   *
   * @param value the mean negative log-likelihood
   * @param gradient in {@code [scale..., shift...]}
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  record Point(double value, double[] gradient) {}

  /** Value and gradient. */
  Point at(double[] parameters) {
    double[] sums = means(1 + 2 * classes, parameters, this::addPoint);
    return new Point(sums[0], Arrays.copyOfRange(sums, 1, sums.length));
  }

  private void addPoint(int label, double[] s, double[] p, double logLikelihood, double[] sums) {
    sums[0] -= logLikelihood;
    for (int y = 0; y < s.length; y++) {
      sums[1 + y] += p[y] * s[y];
      sums[1 + s.length + y] += p[y];
    }
    sums[1 + label] -= s[label];
    sums[1 + s.length + label] -= 1;
  }

  /**
   * The second derivatives within each class: by (scale, scale), (scale, shift), (shift, shift),
   * {@code [3, classes]}.
   */
  double[] curvature(double[] parameters) {
    return means(3 * classes, parameters, this::addCurvature);
  }

  private void addCurvature(
      int label, double[] s, double[] p, double logLikelihood, double[] sums) {
    int m = s.length;
    for (int y = 0; y < m; y++) {
      double weight = p[y] * (1 - p[y]);
      sums[y] += weight * s[y] * s[y];
      sums[m + y] += weight * s[y];
      sums[2 * m + y] += weight;
    }
  }

  private double[] means(int width, double[] parameters, Summand summand) {
    double[] scale = Arrays.copyOf(parameters, classes);
    double[] shift = Arrays.copyOfRange(parameters, classes, 2 * classes);
    double[] sums = sums(width, scale, shift, summand);
    Arrays.setAll(sums, i -> sums[i] / rows.length);
    return sums;
  }

  /** Adds what one example contributes: its label, s, p and log p_label. */
  private interface Summand {
    void add(int label, double[] s, double[] p, double logLikelihood, double[] sums);
  }

  private double[] sums(int width, double[] scale, double[] shift, Summand summand) {
    int blocks = (rows.length + BLOCK - 1) / BLOCK;
    IntStream range = IntStream.range(0, blocks);
    List<double[]> parts =
        (scores() < PARALLEL ? range : range.parallel())
            .mapToObj(block -> blockSums(block, width, scale, shift, summand))
            .toList();
    var sums = new double[width];
    for (double[] part : parts) {
      for (int i = 0; i < width; i++) {
        sums[i] += part[i];
      }
    }
    return sums;
  }

  private double[] blockSums(
      int block, int width, double[] scale, double[] shift, Summand summand) {
    var sums = new double[width];
    var s = new double[classes];
    var p = new double[classes];
    for (int i = block * BLOCK; i < Math.min(rows.length, (block + 1) * BLOCK); i++) {
      heldOut.rows().read(rows[i], s);
      for (int y = 0; y < p.length; y++) {
        s[y] -= logCosts[y];
        p[y] = scale[y] * s[y] + (shift[y] + logShift[y]);
      }
      int label = heldOut.labels()[rows[i]];
      double ofLabel = p[label];
      double log = Softmax.inPlace(p);
      summand.add(label, s, p, ofLabel - log, sums);
    }
    return sums;
  }
}
