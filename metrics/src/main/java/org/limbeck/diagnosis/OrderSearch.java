package org.limbeck.diagnosis;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * The search for a better order of classes.
 *
 * <p>A cycle of the best order is believed for one of two reasons: it was found on one half of the
 * examples and holds on the other, or it is so clear on all of them that the number of cycles does
 * not explain it. The first sees a full permutation of many classes with few examples each, the
 * second a swap of two classes with few examples.
 */
final class OrderSearch {
  private static final int TESTS = 2;
  private static final double SURE_LEVEL = 0.01;

  private final ScoreSums sums;
  private final int classes;
  private final int[] best;
  private final int[][] bestOfHalf;

  OrderSearch(ScoreSums sums) {
    this.sums = sums;
    classes = sums.classes();
    best = best(sums::count, new int[] {0, 1});
    bestOfHalf =
        new int[][] {
          best((y, c) -> sums.count(0, y, c), new int[] {0}),
          best((y, c) -> sums.count(1, y, c), new int[] {1})
        };
  }

  /** The assignment with most hits; of several the one with the largest mean probabilities. */
  private int[] best(IntBinaryOperator counts, int[] halves) {
    double[][] weights = new ClassAffinity(sums, halves).means();
    for (int y = 0; y < classes; y++) {
      for (int column = 0; column < classes; column++) {
        weights[y][column] =
            counts.applyAsInt(y, column) + tie(weights[y][column], y == column) / (2.0 * classes);
      }
    }
    return MaximumAssignment.of(weights);
  }

  /** In [0, 1): a difference of mean probabilities; where there is none the given order wins. */
  private static double tie(double affinity, boolean given) {
    return 0.49 * (1 + affinity) + (given ? 1e-6 : 0);
  }

  ClassOrder order() {
    int[] columns = believed(Certainty.LIKELY);
    if (moves(believed(Certainty.CERTAIN))) {
      return order(Certainty.CERTAIN, columns);
    }
    return order(moves(columns) ? Certainty.LIKELY : Certainty.NONE, columns);
  }

  private static boolean moves(int[] columns) {
    return IntStream.range(0, columns.length).anyMatch(y -> columns[y] != y);
  }

  /** The best order with only those cycles that are believed at a certainty. */
  private int[] believed(Certainty certainty) {
    var proven = new boolean[classes];
    List<ClassCycle> ofFirst = ClassCycle.of(bestOfHalf[0]);
    List<ClassCycle> ofSecond = ClassCycle.of(bestOfHalf[1]);
    int tests = TESTS * (ofFirst.size() + ofSecond.size());
    ofFirst.stream()
        .filter(cycle -> reaches(certainty, tests * cycle.pOnHalf(sums, 1)))
        .forEach(cycle -> cycle.mark(proven));
    ofSecond.stream()
        .filter(cycle -> reaches(certainty, tests * cycle.pOnHalf(sums, 0)))
        .forEach(cycle -> cycle.mark(proven));
    int[] columns = ClassCycle.identity(classes);
    ClassCycle.of(best).stream()
        .filter(cycle -> cycle.hasAny(proven) || reaches(certainty, TESTS * cycle.pOnAll(sums)))
        .filter(cycle -> cycle.movesItsClasses(sums))
        .forEach(cycle -> cycle.write(columns));
    return columns;
  }

  private static boolean reaches(Certainty wanted, double p) {
    return Certainty.of(p).compareTo(wanted) >= 0;
  }

  private ClassOrder order(Certainty certainty, int[] columns) {
    return new ClassOrder(
        certainty,
        columns,
        sums.examples(),
        correct(ClassCycle.identity(classes)),
        correct(moves(columns) ? columns : best),
        correct(0, bestOfHalf[1]) + correct(1, bestOfHalf[0]),
        IntStream.range(0, classes)
            .filter(y -> columns[y] != y && isUnsure(y, columns[y]))
            .boxed()
            .toList());
  }

  private boolean isUnsure(int y, int column) {
    int other =
        IntStream.range(0, classes)
            .filter(c -> c != column)
            .map(c -> sums.count(y, c))
            .max()
            .orElse(0);
    return ClassCycle.upperTail(sums.count(y, column), other) > SURE_LEVEL;
  }

  private int correct(int[] columns) {
    return IntStream.range(0, classes).map(y -> sums.count(y, columns[y])).sum();
  }

  private int correct(int half, int[] columns) {
    return IntStream.range(0, classes).map(y -> sums.count(half, y, columns[y])).sum();
  }
}
