package org.limbeck.workflow;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.OptionalInt;
import org.limbeck.LimbeckException;

/** Reads a {@link PredictionTable}: opens the file, and turns its failures into user errors. */
final class PredictionReader {
  private PredictionReader() {}

  static PredictionTable read(Path file, OptionalInt classes) {
    checkReadable(file);
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .ignoreDifferentFieldCount(true)
            .ofCsvRecord(file)) {
      return read(file, csv.iterator(), classes);
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

  private static PredictionTable read(Path file, Iterator<CsvRecord> records, OptionalInt classes) {
    if (!records.hasNext()) {
      throw new LimbeckException(
          file + " is empty; it needs a header label,prediction or label,p0,p1,... and examples");
    }
    CsvRecord header = records.next();
    String place = file + ", line " + header.getStartingLineNumber();
    var columns = PredictionColumns.of(place, header.getFields(), classes);
    var rows = new PredictionRows(file, columns, classes);
    while (records.hasNext()) {
      rows.add(records.next());
    }
    return rows.table();
  }

  private static void checkReadable(Path file) {
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
