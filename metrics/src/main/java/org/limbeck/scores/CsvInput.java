package org.limbeck.scores;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.BadByteFinder;
import org.limbeck.base.ByteOrderMark;

/**
 * The text of a CSV file: bytes that its charset cannot decode are an error, never replaced.
 *
 * @param name names it in messages
 * @param opener opens it at its first byte, more than once
 * @param given the charset; if empty, that of a byte order mark, else UTF-8
 * @param foreign whether other programs wrote it: the first column may have no name, and fields may
 *     be separated by semicolons or tabs
 */
record CsvInput(String name, CsvFile.Opener opener, Optional<Charset> given, boolean foreign) {
  private static final String OPTION = "--encoding (in a study file: data.encoding)";

  /** An open text. */
  private record Text(InputStream in, Charset charset) {}

  /** Opens the text after its byte order mark. */
  Reader reader() throws IOException {
    Text text = open();
    return new InputStreamReader(
        text.in(),
        text.charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** What separates its fields. */
  Separator separator() throws IOException {
    if (!foreign) {
      return Separator.COMMA;
    }
    try (Reader text = new BufferedReader(reader())) {
      return Separator.of(text);
    }
  }

  private Text open() throws IOException {
    var in = new BufferedInputStream(opener.open(), 1 << 16);
    try {
      in.mark(ByteOrderMark.LONGEST);
      byte[] start = in.readNBytes(ByteOrderMark.LONGEST);
      in.reset();
      Optional<ByteOrderMark> mark = ByteOrderMark.of(start);
      if (mark.isPresent()) {
        in.skipNBytes(mark.get().length());
      }
      return new Text(in, charset(mark, start));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private Charset charset(Optional<ByteOrderMark> mark, byte[] start) {
    if (mark.isPresent()) {
      Charset marked = mark.get().charset();
      if (given.filter(charset -> !marked.name().startsWith(charset.name())).isPresent()) {
        throw new LimbeckException(
            "%s: starts with the byte order mark of %s, so it is not %s; leave %s out"
                .formatted(name, marked, given.get(), OPTION));
      }
      return marked;
    }
    if (given.isEmpty() && start.length >= 2 && (start[0] == 0 || start[1] == 0)) {
      throw new LimbeckException(
          "%s: has zero bytes like UTF-16 without a byte order mark; save the file as UTF-8, or name its charset, such as UTF-16LE, with %s"
              .formatted(name, OPTION));
    }
    return given.orElse(StandardCharsets.UTF_8);
  }

  /** The error for a text that could not be decoded, with the place of its first bad byte. */
  LimbeckException undecodable(IOException cause) {
    try {
      Text text = open();
      try (var finder = new BadByteFinder(text.in(), text.charset())) {
        String column = column(finder, separatorOrComma());
        Optional<BadByteFinder.BadByte> bad = finder.find();
        return new LimbeckException(
            "%s%s is not text in %s; %s"
                .formatted(
                    name,
                    bad.map(found -> place(found, column)).orElse(""),
                    text.charset(),
                    remedy()),
            cause);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
      return new LimbeckException(name + ": its text cannot be decoded; " + remedy(), cause);
    }
  }

  /** A comma where the header itself is the text that cannot be decoded. */
  private Separator separatorOrComma() {
    try {
      return separator();
    } catch (IOException e) {
      return Separator.COMMA;
    }
  }

  private static String place(BadByteFinder.BadByte bad, String column) {
    return ", line %d%s: byte %s at character %d of the line"
        .formatted(bad.line(), column, bad.hex(), bad.character());
  }

  private String remedy() {
    return given.isEmpty()
        ? "save the file as UTF-8, or name its charset, such as ISO-8859-1, with " + OPTION
        : "save the file as UTF-8, or name another charset with " + OPTION;
  }

  /** The column in which the text ends, for the message; empty where that is the header. */
  private static String column(Reader text, Separator separator) throws IOException {
    List<String> header = new ArrayList<>();
    int last = 0;
    // Not closed: the finder is still asked.
    CsvReader<CsvRecord> csv = CsvFile.builder(separator).ofCsvRecord(text);
    try {
      for (CsvRecord row : csv) {
        if (header.isEmpty()) {
          header.addAll(row.getFields());
        } else {
          last = row.getFieldCount();
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      return "";
    }
    return last == 0 || last > header.size()
        ? ""
        : ", column '%s'".formatted(header.get(last - 1).strip());
  }
}
