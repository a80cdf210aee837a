package org.limbeck.plan.key;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;

/** Collects the problems of a study file, to report them all at once. */
public final class Problems {
  /** Added to the lines of the earlier of two files; no study file has this number of lines. */
  public static final int EARLIER = 2 * YamlParser.MAX_BYTES;

  private final String file;
  private final String earlier;
  private final List<String> found = new ArrayList<>();

  /** Problems of one file. */
  public Problems(String file) {
    this(file, file);
  }

  /**
   * Problems of a file laid over an earlier one.
   *
   * @param earlier has the lines above {@link #EARLIER}
   */
  public Problems(String file, String earlier) {
    this.file = file;
    this.earlier = earlier;
  }

  void add(int line, String path, String message) {
    String text = path.isEmpty() ? message : path + ": " + message;
    boolean below = line > EARLIER;
    int shown = below ? line - EARLIER : line;
    found.add("%s:%d: %s".formatted(below ? earlier : file, shown, printable(text)));
  }

  /** What a file says must neither steer the terminal nor look like a line of ours. */
  public static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /**
   * Does nothing if no problem was added.
   *
   * @throws LimbeckException with all problems, a line each, in the order in which they were added
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new LimbeckException(String.join(System.lineSeparator(), found));
    }
  }
}
