package org.limbeck.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.base.CsvText;
import org.limbeck.scores.CsvFile;
import org.limbeck.scores.CsvRows;
import org.limbeck.train.EpochRecord;

/**
 * The epochs of a run as {@code history.csv}: {@code epoch, learning_rate, train_loss,
 * validation_objective, validation_loss, error_0.., multiplier_0.., seconds}.
 */
public final class History {
  private static final List<String> FIXED =
      List.of("epoch", "learning_rate", "train_loss", "validation_objective", "validation_loss");

  private static final String ERROR = "error_";

  private History() {}

  /** The text of the file. */
  public static String toCsv(List<EpochRecord> epochs) {
    int multipliers = epochs.isEmpty() ? 0 : epochs.get(0).multipliers().length;
    int classes = epochs.stream().mapToInt(History::errors).max().orElse(0);
    List<String> header = new ArrayList<>(FIXED);
    IntStream.range(0, classes).forEach(y -> header.add(ERROR + y));
    IntStream.range(0, multipliers).forEach(y -> header.add("multiplier_" + y));
    header.add("seconds");
    return CsvText.of(header, epochs.stream().map(epoch -> fields(epoch, classes)));
  }

  private static int errors(EpochRecord epoch) {
    return epoch.validation() == null ? 0 : epoch.validation().classErrors().length;
  }

  private static List<String> fields(EpochRecord epoch, int classes) {
    List<String> fields = new ArrayList<>();
    fields.add(Integer.toString(epoch.epoch()));
    add(fields, epoch.learningRate(), epoch.trainLoss());
    EpochRecord.Measured validation = epoch.validation();
    if (validation == null) {
      fields.addAll(Collections.nCopies(2 + classes, ""));
    } else {
      add(fields, validation.objective(), validation.loss());
      add(fields, validation.classErrors());
    }
    add(fields, epoch.multipliers());
    fields.add(String.format(Locale.ROOT, "%.6f", epoch.seconds()));
    return fields;
  }

  private static void add(List<String> fields, double... values) {
    Arrays.stream(values).forEach(value -> fields.add(Double.toString(value)));
  }

  /**
   * Reads the file of a run.
   *
   * @throws LimbeckException if it is not one
   */
  public static List<EpochRecord> read(Path file) {
    try {
      return CsvFile.read(file, "the epochs of a run", History::epochs);
    } catch (LimbeckException e) {
      throw new LimbeckException(
          "%s: not a history of epochs (%s); delete the run's folder and run the study again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static List<EpochRecord> epochs(CsvRows rows) {
    List<String> header = rows.header();
    if (header.size() <= FIXED.size() || !header.subList(0, FIXED.size()).equals(FIXED)) {
      throw rows.error("the header does not start with " + String.join(",", FIXED));
    }
    int classes = (int) header.stream().filter(name -> name.startsWith(ERROR)).count();
    List<EpochRecord> epochs = new ArrayList<>();
    while (rows.next()) {
      epochs.add(epoch(rows, classes));
    }
    return epochs;
  }

  private static EpochRecord epoch(CsvRows rows, int classes) {
    int seconds = rows.header().size() - 1;
    int multipliers = FIXED.size() + classes;
    EpochRecord.Measured validation =
        rows.text(3).isEmpty()
            ? null
            : new EpochRecord.Measured(
                rows.decimal(3), rows.decimal(4), numbers(rows, FIXED.size(), multipliers));
    return new EpochRecord(
        rows.whole(0, "an epoch"),
        rows.decimal(1),
        rows.decimal(2),
        validation,
        numbers(rows, multipliers, seconds),
        rows.decimal(seconds));
  }

  private static double[] numbers(CsvRows rows, int from, int to) {
    return IntStream.range(from, to).mapToDouble(rows::decimal).toArray();
  }
}
