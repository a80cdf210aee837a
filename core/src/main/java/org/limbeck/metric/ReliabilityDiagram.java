package org.limbeck.metric;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points of a reliability diagram: how often the top class is right, by its probability.
 *
 * @param bins equal-width bins over [0, 1] in ascending order
 */
public record ReliabilityDiagram(List<Bin> bins) {

  /**
   * One bin.
   *
   * @param lower its lower edge, included
   * @param upper its upper edge, excluded but for the last bin
   * @param count the number of examples whose top probability falls into it
   * @param meanConfidence mean top probability, {@code null} in an empty bin
   * @param accuracy share of examples whose top class is the label, {@code null} in an empty bin
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
    var top = new Bins(bins);
    for (int i = 0; i < labels.length; i++) {
      int best = ArgMax.ofRow(probabilities, i * classes, classes);
      top.add(probabilities[i * classes + best], best == labels[i]);
    }
    return of(top);
  }

  private static ReliabilityDiagram of(Bins top) {
    var bins = new ArrayList<Bin>(top.size());
    double width = top.size();
    for (int b = 0; b < top.size(); b++) {
      boolean empty = top.count(b) == 0;
      bins.add(
          new Bin(
              b / width,
              (b + 1) / width,
              top.count(b),
              empty ? null : top.meanScore(b),
              empty ? null : top.hitRate(b)));
    }
    return new ReliabilityDiagram(bins);
  }
}
