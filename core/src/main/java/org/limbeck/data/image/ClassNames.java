package org.limbeck.data.image;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.base.StrictText;

/** Reads a file of class names. */
final class ClassNames {
  private static final int MAX_BYTES = 1 << 20;

  private ClassNames() {}

  /**
   * The names, a line each; empty lines do not count.
   *
   * @param file named in errors
   * @param classes how many are expected
   */
  static List<String> read(InputStream in, String file, int classes) throws IOException {
    String text = StrictText.of(in.readNBytes(MAX_BYTES), file, "save it as UTF-8");
    List<String> names =
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    if (names.size() != classes) {
      throw new LimbeckException(
          "%s: %d different class names, expected %d".formatted(file, names.size(), classes));
    }
    return names;
  }
}
