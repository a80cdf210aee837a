package org.limbeck.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.metric.ClopperPearson;

/**
 * Whether the columns of scores are in the order of the classes, judged by labels.
 *
 * <p>The best order is the permutation under which most examples are predicted as their label, a
 * maximum assignment on the confusion matrix. Of its cycles those count that chance does not
 * explain (docs/method.md, section 4); all other classes stay where they are.
 *
 * @param certainty whether the scores are in another order
 * @param columns the column of each class in the best order, {@code [classes]}; each its own where
 *     nothing was found
 * @param examples n
 * @param correct how many are predicted as their label in the given order
 * @param correctMoved how many are in the best order, which was chosen on the same examples
 * @param correctHeldOut how many are, where each half of the examples is judged by the best order
 *     of the other half
 * @param unsure classes that were moved to a column as which their examples are not predicted
 *     clearly more often than as another one: their place follows from few examples, from mean
 *     scores, or is what is left
 */
@SuppressWarnings("ArrayRecordComponent") // read-only
public record ClassOrder(
    Certainty certainty,
    int[] columns,
    int examples,
    int correct,
    int correctMoved,
    int correctHeldOut,
    List<Integer> unsure) {
  /** With more classes no order is searched: the search takes the cube of their number. */
  public static final int MOST_CLASSES = 2_000;

  private static final double LEVEL = 0.95;

  public ClassOrder {
    unsure = List.copyOf(unsure);
  }

  static ClassOrder of(ScoreSums sums) {
    return new OrderSearch(sums).order();
  }

  /** The classes whose column is another one, ascending. */
  public List<Integer> moved() {
    return IntStream.range(0, columns.length).filter(y -> columns[y] != y).boxed().toList();
  }

  /** For each column its class: the names in this order describe the scores. */
  public int[] classOfColumn() {
    var classes = new int[columns.length];
    for (int y = 0; y < columns.length; y++) {
      classes[columns[y]] = y;
    }
    return classes;
  }

  /** The exact lower bound at 95 % of the accuracy of a number of correct examples. */
  public double lower(int ofCorrect) {
    return ClopperPearson.lower(ofCorrect, examples, LEVEL);
  }

  /** The exact upper bound at 95 % of the accuracy of a number of correct examples. */
  public double upper(int ofCorrect) {
    return ClopperPearson.upper(ofCorrect, examples, LEVEL);
  }

  @Override
  public String toString() {
    return "ClassOrder[%s, columns=%s, %d, %d, %d of %d]"
        .formatted(
            certainty, Arrays.toString(columns), correct, correctMoved, correctHeldOut, examples);
  }
}
