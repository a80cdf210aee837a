package org.limbeck.table.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.table.sandbox.Sql;
import org.limbeck.table.sandbox.TableSandbox;

/**
 * The first lines of a CSV file.
 *
 * @param lines at least one
 */
record CsvLines(Path file, List<String> lines) {
  private static final int MOST = 20;
  private static final int LONGEST = 20_000_000;
  private static final String ZSTANDARD = ".zst";
  private static final List<String> SEPARATORS = List.of("\t", ";", "|", ",");

  CsvLines {
    lines = List.copyOf(lines);
  }

  /** Reads the lines. UTF-8 is decoded here, as DuckDB drops a line that is something else. */
  static CsvLines of(TableSandbox sandbox, Path file, CsvOptions options) {
    boolean here = options.encoding().equals("utf-8") && !file.toString().endsWith(ZSTANDARD);
    List<String> lines = new ArrayList<>();
    for (String line : here ? decoded(file) : split(sandbox, file, options)) {
      lines.add(unmarked(line, file));
    }
    if (lines.isEmpty()) {
      throw new LimbeckException(
          file + ": the file is empty; a table has a header line and rows below it");
    }
    return new CsvLines(file, lines);
  }

  /** The lines as DuckDB reads them, with a separator that no text holds. */
  private static List<String> split(TableSandbox sandbox, Path file, CsvOptions options) {
    List<String> lines = new ArrayList<>();
    sandbox.forEach(
        ("SELECT line FROM read_csv(%s, auto_detect=false, header=false, delim=chr(31), quote='',"
                + " escape='', encoding=%s, max_line_size=20000000, columns={'line': 'VARCHAR'},"
                + " null_padding=true) WHERE line IS NOT NULL LIMIT %d")
            .formatted(Sql.texts(List.of(file)), Sql.text(options.encoding()), MOST),
        file.toString(),
        row -> lines.add(row.getString(1)));
    return lines;
  }

  /** The lines of a file in UTF-8, plain or {@code .gz}. */
  private static List<String> decoded(Path file) {
    try (InputStream in = opened(file)) {
      // Each byte as a character, so that what is not UTF-8 is found line by line.
      String bytes = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
      List<String> lines = new ArrayList<>();
      bytes
          .lines()
          .filter(line -> !line.isEmpty())
          .limit(MOST)
          .forEach(line -> lines.add(decoded(line, file, lines.isEmpty())));
      return lines;
    } catch (IOException e) {
      throw new LimbeckException(
          "%s: cannot be read: %s; check the file".formatted(file, AtomicFiles.reason(e)), e);
    }
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  /** The line without a byte order mark. */
  private static String unmarked(String line, Path file) {
    if (line.startsWith("\uFFFE")) {
      throw new LimbeckException(
          file + ":1: big-endian UTF-16; convert it, for example with iconv -f UTF-16 -t UTF-8");
    }
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static String decoded(String bytes, Path file, boolean first) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    try {
      return decoder
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      if (first) {
        throw new LimbeckException(
            file + ":1: not UTF-8; set data.encoding, for example to latin-1", e);
      }
      return bytes; // named with its column when the rows are read
    }
  }

  /** The separator that the first line has most of; where two are equal, the one all lines have. */
  String separator(CsvOptions options) {
    return options
        .separator()
        .orElseGet(
            () ->
                SEPARATORS.stream()
                    .filter(one -> !one.equals(options.decimal()))
                    .max(
                        Comparator.<String>comparingInt(
                                one -> cells(lines.get(0), one, options.quote()).size())
                            .thenComparingLong(one -> regular(one, options))
                            .thenComparingInt(one -> -SEPARATORS.indexOf(one)))
                    .orElse(","));
  }

  /**
   * The columns whose values are numbers with decimal commas, in all of these lines that have one.
   *
   * @param names of the columns
   */
  List<String> withDecimalCommas(List<String> names, String separator, CsvOptions options) {
    List<List<String>> rows =
        lines.stream()
            .skip(options.header() ? 1 : 0)
            .map(line -> cells(line, separator, options.quote()))
            .filter(cells -> cells.size() == names.size())
            .toList();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      List<String> values =
          rows.stream().map(cells -> cells.get(column).strip()).filter(v -> !v.isEmpty()).toList();
      boolean numbers = values.stream().allMatch(value -> value.matches("[-+]?[\\d.]*,?\\d+"));
      if (numbers && values.stream().anyMatch(value -> value.contains(","))) {
        found.add(names.get(i));
      }
    }
    return found;
  }

  private long regular(String separator, CsvOptions options) {
    int expected = cells(lines.get(0), separator, options.quote()).size();
    return lines.stream()
        .filter(line -> cells(line, separator, options.quote()).size() == expected)
        .count();
  }

  /** The names of the columns: those of the header, else {@code column0} and so on. */
  List<String> names(String separator, CsvOptions options) {
    List<String> first = cells(lines.get(0), separator, options.quote());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      String name = options.header() ? first.get(i).strip() : "column" + i;
      if (name.isEmpty()) {
        throw new LimbeckException(
            "%s:1: column %d has no name; name it, or set data.header: false if there is no header"
                .formatted(file, i + 1));
      }
      names.add(name);
    }
    return names;
  }

  private static List<String> cells(String line, String separator, String quote) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == quote.charAt(0)) {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == c;
        if (doubled) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator.charAt(0) && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
