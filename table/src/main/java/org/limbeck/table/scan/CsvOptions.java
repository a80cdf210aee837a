package org.limbeck.table.scan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.base.Charsets;
import org.limbeck.table.sandbox.Sql;

/**
 * How CSV files are written.
 *
 * @param separator between values; found in the file where it is not given
 * @param quote around values with separators
 * @param decimal the decimal mark
 * @param header whether the first line has the names of the columns
 * @param encoding as DuckDB names it
 * @param nulls the texts that stand for missing values, besides the empty one
 */
public record CsvOptions(
    Optional<String> separator,
    String quote,
    String decimal,
    boolean header,
    String encoding,
    List<String> nulls) {
  static CsvOptions of(Map<String, String> options) {
    Optional<String> separator = Optional.ofNullable(options.get("separator")).map(CsvOptions::tab);
    String decimal = character("decimal", options.getOrDefault("decimal", "."));
    if (separator.equals(Optional.of(decimal))) {
      throw new LimbeckException(
          "data.separator: '%s' is the decimal mark too; one of them is another character"
              .formatted(decimal));
    }
    return new CsvOptions(
        separator.map(text -> character("separator", text)),
        character("quote", options.getOrDefault("quote", "\"")),
        decimal,
        flag(options.getOrDefault("header", "true")),
        encoding(options.getOrDefault("encoding", "UTF-8")),
        TableOptions.list(options, "nulls"));
  }

  private static String tab(String text) {
    return text.equals("tab") || text.equals("\\t") ? "\t" : text;
  }

  private static String character(String key, String text) {
    if (text.length() != 1 || text.equals("\n") || text.equals("\r")) {
      throw new LimbeckException(
          "data.%s: expected one character%s, found '%s'"
              .formatted(key, key.equals("separator") ? ", or tab" : "", text));
    }
    return text;
  }

  private static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new LimbeckException("data.header: expected true or false, found '" + text + "'");
    }
    return text.equals("true");
  }

  private static String encoding(String name) {
    Charset charset = Charsets.named("data.encoding", name);
    if (charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)) {
      return "utf-8";
    }
    if (charset.equals(StandardCharsets.ISO_8859_1)) {
      return "latin-1";
    }
    if (charset.equals(StandardCharsets.UTF_16) || charset.equals(StandardCharsets.UTF_16LE)) {
      return "utf-16";
    }
    throw new LimbeckException(
        ("data.encoding: tables are read in UTF-8, ISO-8859-1 (Latin-1) and UTF-16, not in %s;"
                + " convert the file, for example with iconv -f %s -t UTF-8")
            .formatted(charset.name(), charset.name()));
  }

  /** The arguments of DuckDB's readers, each preceded by a comma. */
  String arguments(String delimiter) {
    return ", delim=%s, quote=%s, escape=%s, decimal_separator=%s, encoding=%s, nullstr=%s"
        .formatted(
            Sql.text(delimiter),
            Sql.text(quote),
            Sql.text(quote),
            Sql.text(decimal),
            Sql.text(encoding),
            nullTexts());
  }

  private String nullTexts() {
    return Sql.texts(Stream.concat(Stream.of(""), nulls.stream()).distinct().toList());
  }
}
