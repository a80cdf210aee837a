package org.limbeck.scores;

import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * A format of files that hold labels with predictions or scores.
 *
 * <p>Formats are found by {@link ServiceLoader}: name the class in {@code
 * META-INF/services/org.limbeck.scores.TableFormat}.
 */
public interface TableFormat {
  /** The format of a file of this name: the first that reads it, else CSV. */
  static TableFormat of(Path file) {
    return ServiceLoader.load(TableFormat.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(format -> format.reads(file))
        .findFirst()
        .orElseGet(CsvFormat::new);
  }

  /** The name of the format, for people. */
  String name();

  /** Whether a file of this name is in this format; the file is not opened. */
  boolean reads(Path file);

  /**
   * Reads a file that exists and may be read.
   *
   * @throws org.limbeck.LimbeckException naming file, place and remedy, for anything that is wrong
   *     in the file or that is requested and missing
   */
  ScoreTable read(Path file, TableRequest request);
}
