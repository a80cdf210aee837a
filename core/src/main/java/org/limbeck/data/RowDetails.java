package org.limbeck.data;

import java.util.Arrays;
import org.limbeck.LimbeckException;

/**
 * What is known of rows besides their values and labels.
 *
 * <p>The arrays are shared, not copied: treat them as read-only.
 *
 * @param ids a unique name for each row, {@code [examples]}; empty where there are none
 * @param weights how much each row counts in training, {@code [examples]}, each finite and &gt; 0;
 *     empty where all count alike
 */
@SuppressWarnings("ArrayRecordComponent") // large, read-only
public record RowDetails(String[] ids, float[] weights) {
  /** Nothing is known. */
  public static final RowDetails NONE = new RowDetails(new String[0], new float[0]);

  /** Fails unless there is a value for each of the examples, or none. */
  void require(int examples) {
    requireLength("ids", ids.length, examples);
    requireLength("weights", weights.length, examples);
  }

  private static void requireLength(String what, int found, int examples) {
    if (found != 0 && found != examples) {
      throw new IllegalArgumentException(
          "expected %d %s, found %d".formatted(examples, what, found));
    }
  }

  /** Fails on the first weight that nothing can be multiplied with. */
  void requirePositiveWeights(String data) {
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] > 0) || Float.isInfinite(weights[i])) {
        throw new LimbeckException(
            "data '%s': the weight of row %d is %s; give weights that are finite and > 0, and leave out rows that should not count"
                .formatted(data, i + 1, weights[i]));
      }
    }
  }

  /** The details of the rows at {@code indices}, in that order. */
  RowDetails select(int[] indices) {
    String[] chosenIds =
        ids.length == 0 ? ids : Arrays.stream(indices).mapToObj(i -> ids[i]).toArray(String[]::new);
    var chosenWeights = new float[weights.length == 0 ? 0 : indices.length];
    for (int i = 0; i < chosenWeights.length; i++) {
      chosenWeights[i] = weights[indices[i]];
    }
    return new RowDetails(chosenIds, chosenWeights);
  }
}
