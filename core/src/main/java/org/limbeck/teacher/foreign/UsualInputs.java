package org.limbeck.teacher.foreign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.limbeck.data.Examples;

/** The usual normalisations of inputs. */
final class UsualInputs {
  private static final double PIXEL = 1.0 / 255;
  private static final double FEW_LEVELS = 64;

  private final ModelInput given;
  private final Map<String, ModelInput> usual = new LinkedHashMap<>();

  private UsualInputs(ModelInput given) {
    this.given = given;
  }

  /**
   * The usual ones for images or rows of a table, by their names for people.
   *
   * @param given what they keep of the name and the layout
   * @param chosen examples by which columns of a table are scaled
   */
  static Map<String, ModelInput> of(ModelInput given, Examples examples, int[] chosen) {
    var inputs = new UsualInputs(given);
    if (examples.shape().length == 3) {
      inputs.images(examples.shape()[0]);
      inputs.fewLevels(sums(examples, chosen).largest());
    } else {
      inputs.rows(sums(examples, chosen), chosen.length);
    }
    return inputs.usual;
  }

  private void images(int channels) {
    put("pixels 0..255", 1, List.of(), List.of());
    put("pixels 0..1", PIXEL, List.of(), List.of());
    put("pixels -1..1", 2 * PIXEL, List.of(1.0), List.of());
    if (channels == 3) {
      put(
          "mean and deviation of ImageNet",
          PIXEL,
          List.of(0.485, 0.456, 0.406),
          List.of(0.229, 0.224, 0.225));
      put(
          "mean and deviation of CIFAR-10",
          PIXEL,
          List.of(0.4914, 0.4822, 0.4465),
          List.of(0.2470, 0.2435, 0.2616));
      put(
          "mean and deviation of CIFAR-100",
          PIXEL,
          List.of(0.5071, 0.4865, 0.4409),
          List.of(0.2673, 0.2564, 0.2762));
    }
  }

  /** Images of few levels, such as 0..16, are divided by the largest. */
  private void fewLevels(double largest) {
    if (largest > 1 && largest <= FEW_LEVELS) {
      divided(largest);
    }
  }

  private void divided(double largest) {
    put("values divided by " + (float) largest, 1 / largest, List.of(), List.of());
  }

  /** Sums over examples, by value, and the largest value. */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  private record Sums(double[] values, double[] squares, double largest) {}

  private static Sums sums(Examples examples, int[] chosen) {
    int columns = examples.exampleSize();
    var sums = new Sums(new double[columns], new double[columns], 0);
    double largest = 0;
    var row = new float[columns];
    for (int example : chosen) {
      examples.values().read(example, row, 0);
      for (int j = 0; j < columns; j++) {
        sums.values[j] += row[j];
        sums.squares[j] += (double) row[j] * row[j];
        largest = Math.max(largest, Math.abs(row[j]));
      }
    }
    return new Sums(sums.values, sums.squares, largest);
  }

  private void rows(Sums sums, int rows) {
    put("values as they are", 1, List.of(), List.of());
    if (sums.largest > 1) {
      divided(sums.largest);
    }
    List<Double> mean = new ArrayList<>();
    List<Double> deviation = new ArrayList<>();
    for (int j = 0; j < sums.values.length; j++) {
      double center = sums.values[j] / rows;
      double spread = Math.sqrt(Math.max(0, sums.squares[j] / rows - center * center));
      mean.add(center);
      deviation.add(spread > 0 ? spread : 1);
    }
    put("each column less its mean, divided by its deviation", 1, mean, deviation);
  }

  private void put(String name, double scale, List<Double> mean, List<Double> deviation) {
    usual.put(
        name,
        new ModelInput(given.name(), given.layout(), OptionalDouble.of(scale), mean, deviation));
  }

  /** Up to a number of examples, from all over them. */
  static int[] sample(int size, int most) {
    var sample = new int[Math.min(most, size)];
    Arrays.setAll(sample, i -> (int) ((long) i * size / sample.length));
    return sample;
  }
}
