package org.limbeck.scores;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.BiFunction;
import org.limbeck.LimbeckException;

/** Opens a CSV file with a header, and turns failures to read it into user errors. */
final class CsvFile {
  private CsvFile() {}

  /**
   * Reads a file.
   *
   * @param needed what the file should hold, for the message if it is empty
   * @param reader gets the header and an iterator of the records after it
   */
  static <T> T read(
      Path file, String needed, BiFunction<CsvRecord, Iterator<CsvRecord>, T> reader) {
    checkReadable(file);
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .ignoreDifferentFieldCount(true)
            .ofCsvRecord(file)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new LimbeckException(file + " is empty; it needs " + needed);
      }
      return reader.apply(records.next(), records);
    } catch (IOException | UncheckedIOException e) {
      throw new LimbeckException(
          file + " cannot be read: " + e.getMessage() + "; is it a text file in UTF-8?", e);
    } catch (CsvParseException e) {
      throw new LimbeckException(
          "%s is no CSV file: %s; look for an unclosed quote near there"
              .formatted(file, innermost(e)),
          e);
    }
  }

  /** Where a record is, for messages. */
  static String place(Path file, CsvRecord row) {
    return file + ", line " + row.getStartingLineNumber();
  }

  static void checkReadable(Path file) {
    if (!Files.exists(file)) {
      throw new LimbeckException(file + " does not exist; check the path");
    }
    if (Files.isDirectory(file)) {
      throw new LimbeckException(file + " is a directory; give a CSV file");
    }
    if (!Files.isReadable(file)) {
      throw new LimbeckException(file + " may not be read; check its permissions");
    }
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? String.valueOf(failure.getMessage()) : innermost(cause);
  }
}
