package org.limbeck.teacher.foreign;

import java.util.Arrays;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.child.NamedArray;
import org.limbeck.teacher.foreign.ModelOutput.Kind;

/** How a model's output holds a score for each example and class; taken by its shape. */
enum OutputForm {
  /** A row for each example. */
  BY_EXAMPLE,
  /** A row for each class. */
  BY_CLASS,
  /** One value for each example, the score of the second of two classes. */
  SECOND_CLASS;

  /**
   * The form of an output; empty where both rows and columns may be the examples.
   *
   * @param place the model and the output, for messages
   * @param shape of the output
   * @throws LimbeckException if no form fits
   */
  static Optional<OutputForm> of(String place, long[] shape, int rows, int classes) {
    long[] axes = withoutOnes(shape);
    boolean byExample = Arrays.equals(axes, withoutOnes(rows, classes));
    boolean byClass = Arrays.equals(axes, withoutOnes(classes, rows));
    if (byExample && byClass && rows != 1) {
      return Optional.empty();
    }
    if (byExample) {
      return Optional.of(BY_EXAMPLE);
    }
    if (byClass) {
      return Optional.of(BY_CLASS);
    }
    if (classes == 2 && Arrays.equals(axes, withoutOnes(rows))) {
      return Optional.of(SECOND_CLASS);
    }
    throw new LimbeckException(
        "%s has shape %s for %d example%s: not one score for each of the %d classes (%s); give a model of these classes, or name another output (output.name)"
            .formatted(
                place,
                Arrays.toString(shape),
                rows,
                rows == 1 ? "" : "s",
                classes,
                reading(axes, rows)));
  }

  private static String reading(long[] axes, int rows) {
    if (axes.length == 0 || (axes.length == 1 && axes[0] == rows && rows > 1)) {
      return "one value for each example: the predicted class, perhaps";
    }
    long width = axes[axes.length - 1];
    return axes.length == 2 && axes[0] == rows
        ? "it has %d for each example".formatted(width)
        : "its axes are not examples and classes";
  }

  private static long[] withoutOnes(long... axes) {
    return Arrays.stream(axes).filter(axis -> axis != 1).toArray();
  }

  /**
   * The scores, row-major {@code [rows, classes]}.
   *
   * @param place the model and the output, for messages
   * @throws LimbeckException if the output of this batch has another form
   */
  float[] read(String place, NamedArray output, int rows, int classes) {
    if (!(output instanceof NamedArray.Floats floats)) {
      throw new LimbeckException(place + " holds texts; name an output of scores (output.name)");
    }
    Optional<OutputForm> found = of(place, floats.shape(), rows, classes);
    if (found.isPresent() && found.get() != this) {
      throw new LimbeckException(
          "%s has shape %s for %d examples, but another order of its axes for others; export it with a free batch"
              .formatted(place, Arrays.toString(floats.shape()), rows));
    }
    float[] values = floats.values();
    return switch (this) {
      case BY_EXAMPLE -> values;
      case BY_CLASS -> transposed(values, rows, classes);
      case SECOND_CLASS -> values;
    };
  }

  static float[] transposed(float[] values, int rows, int classes) {
    var scores = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int y = 0; y < classes; y++) {
        scores[row * classes + y] = values[y * rows + row];
      }
    }
    return scores;
  }

  /**
   * Scores of two classes from one value for each example, that of the second class.
   *
   * @param kind of the value
   */
  static float[] ofSecondClass(Kind kind, float[] values) {
    var scores = new float[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      scores[2 * i] = kind == Kind.PROBABILITIES ? 1 - values[i] : 0;
      scores[2 * i + 1] = values[i];
    }
    return scores;
  }
}
