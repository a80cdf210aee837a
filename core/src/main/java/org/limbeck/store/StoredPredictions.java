package org.limbeck.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.data.Split;
import org.limbeck.train.Evaluation;
import org.limbeck.train.Predictions;

/**
 * The predictions that a finished run left in its directory, to the last bit: what is done to
 * scores after training needs no second pass through the network.
 */
public final class StoredPredictions {
  private StoredPredictions() {}

  /**
   * The predictions for one split.
   *
   * @param directory of a finished run, whose checksums hold
   * @param split validation or test
   */
  public static Predictions read(RunDirectory directory, Dataset data, Split split) {
    boolean test = split == Split.TEST;
    Examples examples = Evaluation.examples(data, split);
    Path file =
        directory.file(test ? RunDirectory.PREDICTIONS : RunDirectory.VALIDATION_PREDICTIONS);
    float[] probabilities = probabilities(file, examples.size(), data.classes());
    return new Predictions(
        split, data.classes(), examples.labels(), examples.groups(), probabilities);
  }

  private static float[] probabilities(Path file, int examples, int classes) {
    List<String> lines = lines(file);
    if (lines.size() != examples + 1) {
      throw new LimbeckException(
          "%s: expected %d examples, found %d; delete its run and run limbeck study again"
              .formatted(file, examples, lines.size() - 1));
    }
    var probabilities = new float[examples * classes];
    for (int i = 0; i < examples; i++) {
      String line = lines.get(i + 1);
      int end = line.indexOf(',');
      for (int y = 0; y < classes; y++) {
        int begin = end + 1;
        int next = line.indexOf(',', begin);
        end = next < 0 ? line.length() : next;
        probabilities[i * classes + y] = Float.parseFloat(line.substring(begin, end));
      }
    }
    return probabilities;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new LimbeckException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
