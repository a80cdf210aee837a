package org.limbeck.metric;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points of a reliability diagram: how often a prediction is right, by its probability. The
 * prediction is the top class unless stated otherwise.
 *
 * @param bins equal-width bins over [0, 1] in ascending order
 */
public record ReliabilityDiagram(List<Bin> bins) {

  /**
   * One bin.
   *
   * @param lower its lower edge, included
   * @param upper its upper edge, excluded but for the last bin
   * @param count the number of examples whose probability falls into it
   * @param meanConfidence mean probability, {@code null} in an empty bin
   * @param accuracy share of examples where it came true, {@code null} in an empty bin
   */
  public record Bin(
      double lower,
      double upper,
      int count,
      @Nullable Double meanConfidence,
      @Nullable Double accuracy) {}

  public ReliabilityDiagram {
    bins = List.copyOf(bins);
  }

  /** The diagram of some probabilities; arguments as for {@link Calibration#of}. */
  public static ReliabilityDiagram of(double[] probabilities, int classes, int[] labels, int bins) {
    Calibration.check(probabilities, classes, labels, bins);
    return Calibration.tally(probabilities, classes, labels, bins).reliability();
  }

  static ReliabilityDiagram of(Bins collected, int row) {
    var bins = new ArrayList<Bin>(collected.size());
    double width = collected.size();
    for (int b = 0; b < collected.size(); b++) {
      boolean empty = collected.count(row, b) == 0;
      bins.add(
          new Bin(
              b / width,
              (b + 1) / width,
              collected.count(row, b),
              empty ? null : collected.meanScore(row, b),
              empty ? null : collected.hitRate(row, b)));
    }
    return new ReliabilityDiagram(bins);
  }
}
