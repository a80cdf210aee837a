package org.limbeck.store;

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
    int multipliers = epochs.isEmpty() ? 0 : epochs.get(0).multipliers().length;
    int classes = epochs.stream().mapToInt(History::errors).max().orElse(0);
    var csv =
        new StringBuilder("epoch,learning_rate,train_loss,validation_objective,validation_loss");
    for (int y = 0; y < classes; y++) {
      csv.append(",error_").append(y);
    }
    for (int y = 0; y < multipliers; y++) {
      csv.append(",multiplier_").append(y);
    }
    csv.append(",seconds\n");
    epochs.forEach(epoch -> append(csv, epoch, classes));
    return csv.toString();
  }

  private static int errors(EpochRecord epoch) {
    return epoch.validation() == null ? 0 : epoch.validation().classErrors().length;
  }

  private static void append(StringBuilder csv, EpochRecord epoch, int classes) {
    csv.append(epoch.epoch()).append(',').append(epoch.learningRate());
    csv.append(',').append(epoch.trainLoss());
    EpochRecord.Measured validation = epoch.validation();
    if (validation == null) {
      csv.append(",".repeat(2 + classes));
    } else {
      csv.append(',').append(validation.objective()).append(',').append(validation.loss());
      Arrays.stream(validation.classErrors()).forEach(value -> csv.append(',').append(value));
    }
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
      List<String> lines = Files.readAllLines(file);
      List<String> header = List.of(lines.get(0).split(",", -1));
      int classes = (int) header.stream().filter(name -> name.startsWith("error_")).count();
      return lines.stream().skip(1).map(line -> parse(line, classes)).toList();
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new LimbeckException(
          file + ": not a history of epochs; delete the run's folder and run the study again", e);
    }
  }

  private static EpochRecord parse(String line, int classes) {
    String[] fields = line.split(",", -1);
    int multipliers = fields.length - FIXED - 1 - classes;
    EpochRecord.Measured validation =
        fields[3].isEmpty()
            ? null
            : new EpochRecord.Measured(
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                numbers(fields, FIXED, classes));
    return new EpochRecord(
        Integer.parseInt(fields[0]),
        Double.parseDouble(fields[1]),
        Double.parseDouble(fields[2]),
        validation,
        numbers(fields, FIXED + classes, multipliers),
        Double.parseDouble(fields[fields.length - 1]));
  }

  private static double[] numbers(String[] fields, int from, int count) {
    return Arrays.stream(fields, from, from + count).mapToDouble(Double::parseDouble).toArray();
  }
}
