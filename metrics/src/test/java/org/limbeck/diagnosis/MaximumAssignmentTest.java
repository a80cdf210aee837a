package org.limbeck.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.base.NamedRandom;

class MaximumAssignmentTest {
  @Test
  void of_smallMatrices_isTheBestOfAllPermutations() {
    var random = new NamedRandom(1, "assignment");
    for (int trial = 0; trial < 300; trial++) {
      double[][] weights = weights(1 + random.nextInt(6), trial % 3 == 0 ? 3 : 1000, random);
      int[] columns = MaximumAssignment.of(weights);
      assertThat(Arrays.stream(columns).sorted())
          .containsExactlyElementsOf(IntStream.range(0, columns.length).boxed().toList());
      assertThat(sum(weights, columns))
          .isCloseTo(best(weights, new boolean[columns.length], 0), within(1e-9));
    }
  }

  /** Whole numbers, of which many are equal where there are few; some are negative. */
  private static double[][] weights(int size, int values, NamedRandom random) {
    var weights = new double[size][size];
    for (double[] row : weights) {
      Arrays.setAll(row, i -> random.nextInt(values) - values / 3);
    }
    return weights;
  }

  private static double sum(double[][] weights, int[] columns) {
    return IntStream.range(0, columns.length).mapToDouble(y -> weights[y][columns[y]]).sum();
  }

  private static double best(double[][] weights, boolean[] taken, int row) {
    if (row == weights.length) {
      return 0;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < weights.length; column++) {
      if (!taken[column]) {
        taken[column] = true;
        best = Math.max(best, weights[row][column] + best(weights, taken, row + 1));
        taken[column] = false;
      }
    }
    return best;
  }

  @Test
  void of_hiddenPermutationOfAThousandClasses_isFound() {
    var random = new NamedRandom(2, "assignment");
    int[] hidden = random.permutation(1000);
    double[][] weights = weights(1000, 10, random);
    for (int y = 0; y < 1000; y++) {
      weights[y][hidden[y]] += 30;
    }
    assertThat(MaximumAssignment.of(weights)).isEqualTo(hidden);
  }
}
