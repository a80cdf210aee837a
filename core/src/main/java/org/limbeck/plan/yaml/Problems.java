package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;

/** Collects what is wrong with a study file, to say it all at once. */
final class Problems {
  private final String file;
  private final String earlier;
  private final List<String> found = new ArrayList<>();

  Problems(String file) {
    this(file, file);
  }

  /**
   * Problems of a file laid over an earlier one.
   *
   * @param earlier has the lines above {@link Overlay#EARLIER}
   */
  Problems(String file, String earlier) {
    this.file = file;
    this.earlier = earlier;
  }

  void add(int line, String path, String message) {
    String text = path.isEmpty() ? message : path + ": " + message;
    boolean below = line > Overlay.EARLIER;
    int shown = below ? line - Overlay.EARLIER : line;
    found.add("%s:%d: %s".formatted(below ? earlier : file, shown, printable(text)));
  }

  /** What a file says must neither steer the terminal nor look like a line of ours. */
  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new LimbeckException(String.join(System.lineSeparator(), found));
    }
  }
}
