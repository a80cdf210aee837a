package org.limbeck.metric;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Hits of labels that are drawn from the probabilities themselves, which are then right by
 * construction: they give the gaps that a perfectly calibrated model shows on as many examples.
 *
 * <p>Several threads may add; sums of whole numbers do not depend on their order.
 */
public final class ChanceHits {
  private final int classes;
  private final int resamples;
  private final Bins bins;
  private final AtomicIntegerArray hits;

  /** No draws yet. */
  public ChanceHits(int classes, int bins, int resamples) {
    this.classes = classes;
    this.resamples = resamples;
    this.bins = new Bins(0, bins);
    hits = new AtomicIntegerArray(resamples * classes * bins);
  }

  /** The number of times that the labels of all examples are drawn. */
  public int resamples() {
    return resamples;
  }

  /** Adds one drawn label of one example, whose probability is {@code probability}. */
  public void add(int resample, int label, double probability) {
    hits.incrementAndGet(resample * classes * bins.size() + bins.cell(label, probability));
  }

  /**
   * The gaps of the drawn labels, {@code [resamples, classes]}; NaN for a class that was not drawn.
   *
   * @param scored all examples
   */
  public double[][] gaps(CalibrationTally scored) {
    int cells = classes * bins.size();
    var scores = new double[cells];
    scored.perClass().scoresInto(scores, 1);
    var gaps = new double[resamples][];
    var drawn = new double[cells];
    for (int r = 0; r < resamples; r++) {
      int from = r * cells;
      Arrays.setAll(drawn, cell -> hits.get(from + cell));
      gaps[r] = GapShares.gaps(scores, drawn, bins.size());
    }
    return gaps;
  }
}
