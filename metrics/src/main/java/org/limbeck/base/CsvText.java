package org.limbeck.base;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The text of a CSV file (RFC 4180) with line feeds; a field is quoted only where it holds a comma,
 * a quote or a line end.
 */
public final class CsvText {
  private CsvText() {}

  /** The text of a header and the rows after it. */
  public static String of(List<String> header, Stream<List<String>> rows) {
    return of(header, rows, 0);
  }

  /**
   * The same for a large file.
   *
   * @param length about how many characters it has: spares copies while the text grows
   */
  public static String of(List<String> header, Stream<List<String>> rows, int length) {
    var text = new StringWriter(length);
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(header);
      rows.forEachOrdered(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
