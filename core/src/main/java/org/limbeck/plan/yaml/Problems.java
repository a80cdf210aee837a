package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;

/** Collects what is wrong with a study file, to say it all at once. */
final class Problems {
  private final String file;
  private final List<String> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String path, String message) {
    String text = path.isEmpty() ? message : path + ": " + message;
    // What a file says must neither steer the terminal nor look like a line of ours.
    found.add("%s:%d: %s".formatted(file, line, text.replaceAll("\\p{Cntrl}", "?")));
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new LimbeckException(String.join(System.lineSeparator(), found));
    }
  }
}
