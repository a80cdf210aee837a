package org.limbeck.teacher.foreign;

import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.child.NamedArray;

/**
 * Finds the form of a model's output with a few examples: their number is chosen so that the shape
 * tells examples from classes. Where the model takes no other number, the examples are run in
 * reverse, and what is reversed with them is the axis of the examples.
 *
 * @param place the model and the output, for messages
 * @param size examples there are, at least 1
 */
record OutputProbe(String place, BatchRunner runner, RowInputs inputs, int classes, int size) {
  private static final double TOLERANCE = 1e-3;

  OutputForm form() {
    int rows = inputs.fixedBatch().orElse(classes == 2 ? 3 : 2);
    NamedArray result = runner.once(examples(rows, false));
    Optional<OutputForm> form = OutputForm.of(place, result.shape(), rows, classes);
    return form.orElseGet(() -> byReversal(result, rows));
  }

  /** Examples from all over the data, since neighbours may be alike. */
  private int[] examples(int rows, boolean reversed) {
    int[] examples = new int[rows];
    for (int i = 0; i < rows; i++) {
      examples[reversed ? rows - 1 - i : i] = (int) ((long) i * size / rows);
    }
    return examples;
  }

  private OutputForm byReversal(NamedArray result, int rows) {
    float[] once = ((NamedArray.Floats) result).values();
    float[] again = ((NamedArray.Floats) runner.once(examples(rows, true))).values();
    boolean byExample = reversed(once, again, rows, false);
    boolean byClass = reversed(once, again, rows, true);
    if (byExample == byClass) {
      throw new LimbeckException(
          "%s has shape [%d, %d], and it cannot be told which axis is that of the examples; export the model with a free batch"
              .formatted(place, rows, rows));
    }
    return byExample ? OutputForm.BY_EXAMPLE : OutputForm.BY_CLASS;
  }

  private static boolean reversed(float[] once, float[] again, int n, boolean columns) {
    double largest = 0;
    double scale = 0;
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        int other = columns ? row * n + n - 1 - column : (n - 1 - row) * n + column;
        largest = Math.max(largest, Math.abs((double) once[row * n + column] - again[other]));
        scale = Math.max(scale, Math.abs(once[row * n + column]));
      }
    }
    return largest <= TOLERANCE * scale;
  }
}
