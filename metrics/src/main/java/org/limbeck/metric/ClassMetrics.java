package org.limbeck.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How good a model is on each class, on average and on its worst class, and how sure that is.
 *
 * <p>An absent class, one without examples, has {@code null} for its accuracy and bound and is left
 * out of every mean and minimum. Accuracies and bounds are in [0, 1].
 *
 * @param classes the number of classes m, absent ones included
 * @param classAccuracy the share of each class's examples that are predicted right
 * @param classCount the number of examples of each class
 * @param accuracy the share of all examples that are predicted right
 * @param balancedAccuracy mean of {@code classAccuracy}
 * @param worstClassAccuracy minimum of {@code classAccuracy}
 * @param worstClass the class that has it, the lowest index of several
 * @param worstK mean over the k worst classes
 * @param worst3 mean over the 3 worst classes, or over all where there are fewer
 * @param confidence the level 1 - d of the bounds
 * @param classLowerBound one-sided Clopper-Pearson lower bound of each class at level 1 - d
 * @param worstClassLowerBound lower bound at level 1 - d on the accuracy of the true worst class
 * @param worstClassUpperBound upper bound at level 1 - d on the accuracy of the true worst class
 */
public record ClassMetrics(
    int classes,
    List<@Nullable Double> classAccuracy,
    List<Integer> classCount,
    double accuracy,
    double balancedAccuracy,
    double worstClassAccuracy,
    int worstClass,
    WorstK worstK,
    double worst3,
    double confidence,
    List<@Nullable Double> classLowerBound,
    double worstClassLowerBound,
    double worstClassUpperBound) {

  // The minimum of the class lower bounds needs no Bonferroni correction: it is at most the bound
  // of the true worst class. The upper bound takes the minimum over classes of bounds at level
  // 1 - d/m, because any of the m may be the one that fails. Source: docs/method.md, section 5.

  /** The mean accuracy over the {@code k} worst classes that have examples. */
  public record WorstK(int k, double mean) {}

  public ClassMetrics {
    classAccuracy = Collections.unmodifiableList(new ArrayList<>(classAccuracy));
    classCount = List.copyOf(classCount);
    classLowerBound = Collections.unmodifiableList(new ArrayList<>(classLowerBound));
  }

  /**
   * The metrics of a tally.
   *
   * @param tally with at least one example
   * @param confidence 1 - d, in (0, 1)
   * @param worstK k in [1, m]; max(1, ceil(m / 10)) if empty; never more than there are classes
   *     with examples
   */
  public static ClassMetrics of(ClassTally tally, double confidence, OptionalInt worstK) {
    return of(tally.hits(), confidence, worstK);
  }

  /** The same from the counts alone; see {@link #of(ClassTally, double, OptionalInt)}. */
  public static ClassMetrics of(ClassHits hits, double confidence, OptionalInt worstK) {
    Levels.check("confidence", confidence);
    int m = hits.classes();
    int k = worstK.orElse((m + 9) / 10);
    if (k < 1 || k > m) {
      throw new IllegalArgumentException("worst-k: expected [1, " + m + "], found " + k);
    }
    if (hits.examples() == 0) {
      throw new IllegalArgumentException("expected 1 example or more, found none");
    }
    return of(hits, confidence, k);
  }

  private static ClassMetrics of(ClassHits hits, double confidence, int k) {
    int m = hits.classes();
    var accuracy = new ArrayList<@Nullable Double>(m);
    var lower = new ArrayList<@Nullable Double>(m);
    var count = new ArrayList<Integer>(m);
    double worstLower = 1;
    double worstUpper = 1;
    int correct = 0;
    for (int y = 0; y < m; y++) {
      count.add(hits.count(y));
      correct += hits.correct(y);
      if (hits.count(y) == 0) {
        accuracy.add(null);
        lower.add(null);
        continue;
      }
      double bound = ClopperPearson.lower(hits.correct(y), hits.count(y), confidence);
      accuracy.add((double) hits.correct(y) / hits.count(y));
      lower.add(bound);
      worstLower = Math.min(worstLower, bound);
      worstUpper = Math.min(worstUpper, upper(hits, y, confidence));
    }
    double[] ascending = presentAscending(accuracy);
    return new ClassMetrics(
        m,
        accuracy,
        count,
        (double) correct / hits.examples(),
        worst(ascending, ascending.length).mean(),
        ascending[0],
        accuracy.indexOf(ascending[0]),
        worst(ascending, k),
        worst(ascending, 3).mean(),
        confidence,
        lower,
        worstLower,
        worstUpper);
  }

  private static double upper(ClassHits hits, int y, double confidence) {
    double level = 1 - (1 - confidence) / hits.classes();
    return ClopperPearson.upper(hits.correct(y), hits.count(y), level);
  }

  private static double[] presentAscending(List<@Nullable Double> accuracy) {
    var present = new double[accuracy.size()];
    int size = 0;
    for (Double value : accuracy) {
      if (value != null) {
        present[size++] = value;
      }
    }
    Arrays.sort(present, 0, size);
    return Arrays.copyOf(present, size);
  }

  private static WorstK worst(double[] ascending, int k) {
    int size = Math.min(k, ascending.length);
    return new WorstK(size, Arrays.stream(ascending, 0, size).average().orElseThrow());
  }
}
