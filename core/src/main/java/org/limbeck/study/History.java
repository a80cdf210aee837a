package org.limbeck.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.limbeck.LimbeckException;
import org.limbeck.train.EpochRecord;

/**
 * The epochs of a run as {@code history.csv}: {@code epoch, learning_rate, train_loss,
 * validation_objective, validation_loss, error_0.., multiplier_0.., seconds}.
 */
public final class History {
  private static final int FIXED = 5;

  private History() {}

  /** The text of the file. */
  public static String toCsv(List<EpochRecord> epochs) {
    int classes = epochs.isEmpty() ? 0 : epochs.get(0).classErrors().length;
    var csv =
        new StringBuilder("epoch,learning_rate,train_loss,validation_objective,validation_loss");
    for (int y = 0; y < classes; y++) {
      csv.append(",error_").append(y);
    }
    for (int y = 0; y < classes; y++) {
      csv.append(",multiplier_").append(y);
    }
    csv.append(",seconds\n");
    epochs.forEach(epoch -> append(csv, epoch));
    return csv.toString();
  }

  private static void append(StringBuilder csv, EpochRecord epoch) {
    csv.append(epoch.epoch()).append(',').append(epoch.learningRate());
    csv.append(',').append(epoch.trainLoss()).append(',').append(epoch.validationObjective());
    csv.append(',').append(epoch.validationLoss());
    Arrays.stream(epoch.classErrors()).forEach(value -> csv.append(',').append(value));
    Arrays.stream(epoch.multipliers()).forEach(value -> csv.append(',').append(value));
    csv.append(',').append(String.format(Locale.ROOT, "%.6f", epoch.seconds())).append('\n');
  }

  /**
   * Reads the file of a run.
   *
   * @throws LimbeckException if it is not one
   */
  public static List<EpochRecord> read(Path file) {
    try {
      return Files.readAllLines(file).stream().skip(1).map(History::parse).toList();
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new LimbeckException(
          file + ": not a history of epochs; delete the run's folder and run the study again", e);
    }
  }

  private static EpochRecord parse(String line) {
    double[] fields = Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    int classes = (fields.length - FIXED - 1) / 2;
    return new EpochRecord(
        (int) fields[0],
        fields[1],
        fields[2],
        fields[3],
        fields[4],
        Arrays.copyOfRange(fields, FIXED, FIXED + classes),
        Arrays.copyOfRange(fields, FIXED + classes, FIXED + 2 * classes),
        fields[fields.length - 1]);
  }
}
