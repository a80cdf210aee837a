package org.limbeck.scores;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.scores.array.ArrayFile;

/**
 * Reads a table from a stream: from a copy on disk, since tables are read more than once to find
 * what their columns hold and where an error is.
 */
final class StandardInput {
  private static final String SHOWN = "standard input";

  private StandardInput() {}

  /**
   * Reads a stream to its end.
   *
   * @param format {@code csv} (plain or packed with gzip), {@code npy}, {@code npz}, {@code
   *     safetensors}, or the ending of the files of another {@link TableFormat}
   */
  static ScoreTable read(InputStream in, String format, TableRequest request) {
    try {
      Path copy = Files.createTempFile("limbeck-input-", "." + format);
      try {
        if (Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING) == 0) {
          throw new LimbeckException(SHOWN + ": empty; give a table with a header and examples");
        }
        return read(copy, format, request);
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
      case "csv" -> CsvFormat.read(new NamedFile(copy, SHOWN, isPacked(copy)), request);
      case "npy", "npz", "safetensors" ->
          ArrayTables.read(ArrayFile.open(format, copy, SHOWN), request);
      default -> TableFormat.of(copy).read(copy, request);
    };
  }

  private static boolean isPacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }
  }
}
