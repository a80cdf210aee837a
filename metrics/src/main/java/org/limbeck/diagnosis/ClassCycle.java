package org.limbeck.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * Some classes of which each has its scores in the column of the next: a cycle of a permutation.
 *
 * @param classes two or more; the column of each is that of the next, of the last the first
 */
record ClassCycle(List<Integer> classes) {
  ClassCycle {
    classes = List.copyOf(classes);
  }

  /** The cycles of two classes or more. */
  static List<ClassCycle> of(int[] columns) {
    List<ClassCycle> cycles = new ArrayList<>();
    var done = new boolean[columns.length];
    for (int start = 0; start < columns.length; start++) {
      List<Integer> classes = new ArrayList<>();
      for (int y = start; !done[y]; y = columns[y]) {
        done[y] = true;
        classes.add(y);
      }
      if (classes.size() > 1) {
        cycles.add(new ClassCycle(classes));
      }
    }
    return cycles;
  }

  int column(int position) {
    return classes.get((position + 1) % classes.size());
  }

  /**
   * The probability that the examples of a half fall as they do, or more so, on the columns of the
   * cycle rather than on those of the given order, if each class is at least as likely predicted as
   * itself as it is as the next one.
   */
  double pOnHalf(ScoreSums sums, int half) {
    int moved = 0;
    int given = 0;
    for (int i = 0; i < classes.size(); i++) {
      moved += sums.count(half, classes.get(i), column(i));
      given += sums.count(half, classes.get(i), classes.get(i));
    }
    return upperTail(moved, given);
  }

  /**
   * The same on all examples, for a cycle that was found on them: times the number of cycles of
   * this length, and as much as cycles of other lengths may take.
   */
  double pOnAll(ScoreSums sums) {
    int moved = 0;
    int given = 0;
    for (int i = 0; i < classes.size(); i++) {
      moved += sums.count(classes.get(i), column(i));
      given += sums.count(classes.get(i), classes.get(i));
    }
    return Math.exp(Math.min(0, Math.log(upperTail(moved, given)) + logCycles(sums.classes())));
  }

  /** log (m! / (k (m - k)!)) + (k - 1) log 2. */
  private double logCycles(int m) {
    int k = classes.size();
    double log = (k - 1) * Math.log(2) - Math.log(k);
    for (int i = 0; i < k; i++) {
      log += Math.log(m - i);
    }
    return log;
  }

  /** P(X >= moved) of a binomial X of moved + given trials with probability 1/2. */
  static double upperTail(int moved, int given) {
    return moved == 0 ? 1 : new BetaDistribution(moved, given + 1.0).cumulativeProbability(0.5);
  }

  /**
   * Whether at most a tenth of the classes are predicted as themselves more often than as the next.
   * A permutation moves every class of a cycle; a class that draws the examples of another one to
   * itself, as costs or a long tail make it do, stays where it is.
   */
  boolean movesItsClasses(ScoreSums sums) {
    int staying = 0;
    for (int i = 0; i < classes.size(); i++) {
      int y = classes.get(i);
      staying += sums.count(y, y) > sums.count(y, column(i)) ? 1 : 0;
    }
    return 10 * staying <= classes.size();
  }

  boolean hasAny(boolean[] chosen) {
    return classes.stream().anyMatch(y -> chosen[y]);
  }

  void mark(boolean[] chosen) {
    classes.forEach(y -> chosen[y] = true);
  }

  /** Writes the columns of this cycle's classes. */
  void write(int[] columns) {
    for (int i = 0; i < classes.size(); i++) {
      columns[classes.get(i)] = column(i);
    }
  }

  static int[] identity(int classes) {
    var columns = new int[classes];
    Arrays.setAll(columns, y -> y);
    return columns;
  }
}
