package org.limbeck.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.limbeck.base.AtomicFiles;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;

/**
 * Which examples of the source are in which split, as {@code split-FINGERPRINT.csv} with the
 * columns {@code split,index}.
 */
public final class SplitFile {
  private static final int DIGITS = 12;

  private SplitFile() {}

  /** Writes the file of a data set unless it is there. */
  public static void write(Path directory, Dataset data) {
    Path file = directory.resolve("split-" + data.fingerprint().substring(0, DIGITS) + ".csv");
    if (Files.exists(file)) {
      return;
    }
    var csv = new StringBuilder("split,index\n");
    for (Split split : Split.values()) {
      for (int index : data.indices(split)) {
        csv.append(split.label()).append(',').append(index).append('\n');
      }
    }
    AtomicFiles.write(file, csv.toString());
  }
}
