package org.limbeck.teacher;

import java.util.Arrays;
import java.util.List;
import org.limbeck.objective.RowWeights;

/**
 * How sure a teacher is of the labels: g(x, y) = p_y(x) - mean_{j != y} p_j(x), averaged over the
 * examples of each class; 1 for a teacher that is sure and right.
 *
 * <p>Source: Lukasik, Bhojanapalli, Menon &amp; Kumar, <i>Teacher's pet</i>, 2021, from general
 * knowledge: its text was not at hand.
 */
final class TeacherMargin {
  private TeacherMargin() {}

  /**
   * The mean margin of each class, over examples that count by their weights, in [-1/(m-1), 1]; 0
   * for a class without examples.
   *
   * @param probabilities row-major {@code [examples, classes]}
   */
  static List<Double> ofClasses(
      double[] probabilities, int[] labels, int classes, RowWeights weights) {
    var sums = new double[classes];
    var counts = new double[classes];
    for (int i = 0; i < labels.length; i++) {
      double own = probabilities[i * classes + labels[i]];
      double sum = 0;
      for (int y = 0; y < classes; y++) {
        sum += probabilities[i * classes + y];
      }
      sums[labels[i]] += weights.of(i) * (own - (sum - own) / (classes - 1));
      counts[labels[i]] += weights.of(i);
    }
    for (int y = 0; y < classes; y++) {
      sums[y] /= counts[y] == 0 ? 1 : counts[y];
    }
    return Arrays.stream(sums).boxed().toList();
  }
}
