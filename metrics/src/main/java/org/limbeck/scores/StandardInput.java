package org.limbeck.scores;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.scores.array.ArrayFile;

/**
 * Reads a table from a stream: from a copy on disk, since tables are read more than once to find
 * what their columns hold and where an error is.
 */
final class StandardInput {
  private static final String SHOWN = "standard input";
  private static final int START = 4;

  private StandardInput() {}

  /**
   * Reads a stream to its end.
   *
   * @param format {@code csv} (plain or packed with gzip), {@code npy}, {@code npz}, {@code
   *     safetensors}, {@code parquet}, or the ending of the files of another {@link TableFormat}
   */
  static ScoreTable read(InputStream in, String format, TableRequest request) {
    try {
      Path copy = Files.createTempFile("limbeck-input-", "." + format);
      try {
        if (Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING) == 0) {
          throw new LimbeckException(SHOWN + ": empty; give a table with a header and examples");
        }
        return read(copy, format, request);
      } catch (LimbeckException e) {
        // Formats name the copy, which nobody knows.
        throw new LimbeckException(
            String.valueOf(e.getMessage()).replace(copy.toString(), SHOWN), e);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new LimbeckException(
          "%s cannot be read: %s; give a file instead".formatted(SHOWN, AtomicFiles.reason(e)), e);
    }
  }

  private static ScoreTable read(Path copy, String format, TableRequest request)
      throws IOException {
    return switch (format) {
      case "csv" -> {
        byte[] start = start(copy);
        refuseOthers(start);
        yield CsvFormat.read(new NamedFile(copy, SHOWN, isPacked(start)), request);
      }
      case "npy", "npz", "safetensors" ->
          ArrayTables.read(ArrayFile.open(format, copy, SHOWN), request);
      default -> TableFormat.of(copy).read(copy, request);
    };
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(START);
    }
  }

  private static boolean isPacked(byte[] start) {
    return start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
  }

  /** Files of other formats begin with bytes that no text begins with. */
  private static void refuseOthers(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    Map<String, String> formats = Map.of("PAR1", "parquet", "\u0093NUM", "npy", "PK\3\4", "npz");
    String found = formats.get(text);
    if (found != null) {
      throw new LimbeckException(
          "%s: begins as a file in the format %s, and was read as CSV; add --format %s"
              .formatted(SHOWN, found, found));
    }
  }
}
