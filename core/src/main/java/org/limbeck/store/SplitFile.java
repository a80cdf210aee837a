package org.limbeck.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.CsvText;
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
    Stream<List<String>> rows =
        Arrays.stream(Split.values())
            .flatMap(
                split ->
                    Arrays.stream(data.indices(split))
                        .mapToObj(index -> List.of(split.label(), Integer.toString(index))));
    AtomicFiles.write(file, CsvText.of(List.of("split", "index"), rows));
  }
}
