package org.limbeck.scores;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.limbeck.LimbeckException;

/**
 * Opens CSV files with a header, plain or {@code .gz}, and turns failures to read them into user
 * errors. Every CSV file that Limbeck reads goes through here.
 *
 * <p>UTF-8, or what a byte order mark says. Windows line ends, quoted fields and empty lines are
 * fine.
 */
public final class CsvFile {
  private static final String GZIP = ".gz";

  private CsvFile() {}

  /**
   * Reads a file.
   *
   * @param needed what the file should hold, for the message if it is empty
   * @param reader gets the rows before the first
   * @throws LimbeckException naming the file, and line, column and remedy where it has them
   */
  public static <T> T read(Path file, String needed, Function<CsvRows, T> reader) {
    checkReadable(file);
    String name = file.toString();
    // Not by a stream of our own: that of FastCSV 3.7 garbles files of less than four bytes.
    return read(
        name.endsWith(GZIP)
            ? () -> builder().ofCsvRecord(unpacked(file))
            : () -> builder().ofCsvRecord(file),
        name,
        needed,
        reader);
  }

  /**
   * Reads a stream and closes it.
   *
   * @param name names the stream in messages
   */
  public static <T> T read(
      InputStream in, String name, String needed, Function<CsvRows, T> reader) {
    return read(() -> builder().ofCsvRecord(in), name, needed, reader);
  }

  /** Opens what is read. */
  private interface Opener {
    CsvReader<CsvRecord> open() throws IOException;
  }

  private static <T> T read(
      Opener opener, String name, String needed, Function<CsvRows, T> reader) {
    try (CsvReader<CsvRecord> csv = opener.open()) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new LimbeckException(name + ": the file is empty; it needs " + needed);
      }
      return reader.apply(new CsvRows(name, records));
    } catch (IOException | UncheckedIOException e) {
      throw cannotRead(name, e);
    } catch (CsvParseException e) {
      throw new LimbeckException(
          "%s is no CSV file: %s; look for an unclosed quote near there"
              .formatted(name, innermost(e)),
          e);
    }
  }

  private static CsvReader.CsvReaderBuilder builder() {
    return CsvReader.builder().detectBomHeader(true).ignoreDifferentFieldCount(true);
  }

  private static InputStream unpacked(Path file) throws IOException {
    InputStream packed = new BufferedInputStream(Files.newInputStream(file));
    try {
      return new GZIPInputStream(packed);
    } catch (IOException e) {
      packed.close();
      throw e;
    }
  }

  /** Refuses a path that is not a file to read, of any format. */
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

  private static LimbeckException cannotRead(String name, Exception e) {
    String kind = name.endsWith(GZIP) ? "a CSV file packed with gzip" : "a text file in UTF-8";
    return new LimbeckException(
        "%s cannot be read: %s; is it %s?".formatted(name, e.getMessage(), kind), e);
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? String.valueOf(failure.getMessage()) : innermost(cause);
  }
}
