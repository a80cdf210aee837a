package org.limbeck.scores;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;

/**
 * Opens CSV files with a header, plain or {@code .gz}, and turns failures to read them into user
 * errors. Every CSV file that Limbeck reads goes through here.
 *
 * <p>UTF-8, or what a byte order mark or the caller says; a byte that is not text is an error.
 * Windows line ends, quoted fields and empty lines are fine.
 */
public final class CsvFile {
  private static final String GZIP = ".gz";

  private CsvFile() {}

  /**
   * Opens the bytes of a file at their beginning; is called again to find the place of an error.
   */
  @FunctionalInterface
  public interface Opener {
    /** A new stream of the bytes, for the caller to close. */
    InputStream open() throws IOException;
  }

  /**
   * Reads a file in UTF-8, or what its byte order mark says.
   *
   * @param needed what the file should hold, for the message if it is empty
   * @param reader gets the rows before the first
   * @throws LimbeckException naming the file, and line, column and remedy where it has them
   */
  public static <T> T read(Path file, String needed, Function<CsvRows, T> reader) {
    return read(file, Optional.empty(), needed, reader);
  }

  /**
   * Reads a file.
   *
   * @param encoding the charset; if empty, that of a byte order mark, else UTF-8
   */
  public static <T> T read(
      Path file, Optional<Charset> encoding, String needed, Function<CsvRows, T> reader) {
    checkReadable(file);
    String name = file.toString();
    return read(
        new CsvInput(name, opener(file, name.endsWith(GZIP)), encoding, false), needed, reader);
  }

  /** Opens a file, and unpacks it where it is packed with gzip. */
  static Opener opener(Path file, boolean packed) {
    return packed ? () -> unpacked(Files.newInputStream(file)) : () -> Files.newInputStream(file);
  }

  /**
   * Reads streams in UTF-8 and closes them.
   *
   * @param name names them in messages
   */
  public static <T> T read(Opener opener, String name, String needed, Function<CsvRows, T> reader) {
    return read(new CsvInput(name, opener, Optional.empty(), false), needed, reader);
  }

  static <T> T read(CsvInput input, String needed, Function<CsvRows, T> reader) {
    String name = input.name();
    try {
      return read(input, input.separator(), needed, reader);
    } catch (IOException e) {
      throw cannotRead(input, e);
    } catch (UncheckedIOException e) {
      throw cannotRead(input, Objects.requireNonNull(e.getCause()));
    } catch (CsvParseException e) {
      throw new LimbeckException(
          "%s is no CSV file: %s; look for an unclosed quote near there"
              .formatted(name, innermost(e)),
          e);
    }
  }

  private static <T> T read(
      CsvInput input, Separator separator, String needed, Function<CsvRows, T> reader)
      throws IOException {
    try (CsvReader<CsvRecord> csv = builder(separator).ofCsvRecord(input.reader())) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new LimbeckException(input.name() + ": the file is empty; it needs " + needed);
      }
      return reader.apply(new CsvRows(input.name(), records, input.foreign(), separator));
    }
  }

  static CsvReader.CsvReaderBuilder builder(Separator separator) {
    return CsvReader.builder()
        .fieldSeparator(separator.character())
        .ignoreDifferentFieldCount(true);
  }

  private static InputStream unpacked(InputStream packed) throws IOException {
    try {
      return new GZIPInputStream(packed, 1 << 16);
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

  private static LimbeckException cannotRead(CsvInput input, IOException e) {
    if (e instanceof CharacterCodingException) {
      return input.undecodable(e);
    }
    String name = input.name();
    String kind = name.endsWith(GZIP) ? "a CSV file packed with gzip" : "a CSV file";
    String reason = e instanceof EOFException ? "it ends too early" : AtomicFiles.reason(e);
    return new LimbeckException(
        "%s cannot be read: %s; is it %s?".formatted(name, reason, kind), e);
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? String.valueOf(failure.getMessage()) : innermost(cause);
  }
}
