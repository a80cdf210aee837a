package org.limbeck.store;

import java.nio.file.Path;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.data.Split;
import org.limbeck.scores.CsvFile;
import org.limbeck.scores.CsvRows;
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
    try {
      return CsvFile.read(
          file, "the predictions of a run", rows -> probabilities(rows, examples, classes));
    } catch (LimbeckException e) {
      throw new LimbeckException(
          "%s: not the predictions of its run (%s); delete its run and run limbeck study again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static float[] probabilities(CsvRows rows, int examples, int classes) {
    if (rows.header().size() != classes + 1) {
      throw rows.error("expected %d columns of probabilities".formatted(classes));
    }
    var probabilities = new float[examples * classes];
    int found = 0;
    while (rows.next()) {
      for (int y = 0; y < classes && found < examples; y++) {
        probabilities[found * classes + y] = rows.finite(y + 1, "probability");
      }
      found++;
    }
    if (found != examples) {
      throw new LimbeckException("expected %d examples, found %d".formatted(examples, found));
    }
    return probabilities;
  }
}
