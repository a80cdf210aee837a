package org.limbeck.scores;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.limbeck.LimbeckException;

/**
 * A format of files that hold labels with predictions or scores.
 *
 * <p>Formats are found by {@link ServiceLoader}: name the class in {@code
 * META-INF/services/org.limbeck.scores.TableFormat}. A format of tables passes its rows to {@link
 * TableReader}, which finds what the columns hold.
 */
public interface TableFormat {
  /**
   * The format of a file of this name: the first that reads it, else CSV.
   *
   * @throws LimbeckException if the file is in a known format of a module that is not there
   */
  static TableFormat of(Path file) {
    return ServiceLoader.load(TableFormat.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(format -> format.reads(file))
        .findFirst()
        .orElseGet(() -> csv(file));
  }

  private static TableFormat csv(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet") || name.endsWith(".pq")) {
      throw new LimbeckException(
          file
              + ": Parquet is read by the module limbeck-table, which is not on the class path; add it, or save the table as CSV");
    }
    if (name.endsWith(".onnx")) {
      throw new LimbeckException(
          file
              + ": an ONNX model, not a table; it needs examples to score: name them with --data, a study file or a CSV file");
    }
    if (name.endsWith(".pkl") || name.endsWith(".pickle") || name.endsWith(".pt")) {
      throw new LimbeckException(
          file
              + ": a pickle, which could run any program, so it is not read; save the scores with numpy.save or as CSV");
    }
    return new CsvFormat();
  }

  /** The name of the format, for people. */
  String name();

  /** Whether a file of this name is in this format; the file is not opened. */
  boolean reads(Path file);

  /**
   * Reads a file that exists and may be read.
   *
   * @throws LimbeckException naming file, place and remedy, for anything that is wrong in the file
   *     or that is requested and missing
   */
  ScoreTable read(Path file, TableRequest request);

  /**
   * Reads the scores of a file that exists and may be read, and no labels.
   *
   * @throws LimbeckException as {@link #read}, or if the format holds none without labels
   */
  default ScoreFile scores(Path file, TableRequest request) {
    throw new LimbeckException(
        "%s: scores without labels are not read from %s; give a CSV, Parquet, npy, npz or safetensors file"
            .formatted(file, name()));
  }

  /**
   * The rows of a file that exists and may be read; empty if the format is none of tables.
   *
   * @throws LimbeckException naming file, place and remedy, if it cannot be read
   */
  default Optional<TableInput> rows(Path file, TableRequest request) {
    return Optional.empty();
  }
}
