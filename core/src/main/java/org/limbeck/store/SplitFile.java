package org.limbeck.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;
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

  /**
   * Writes the file of a data set unless it is there; a damaged one is written anew.
   *
   * @param warnings is given a sentence where it is
   */
  public static void write(Path directory, Dataset data, Consumer<String> warnings) {
    Path file = directory.resolve("split-" + data.fingerprint().substring(0, DIGITS) + ".csv");
    Stream<List<String>> rows =
        Arrays.stream(Split.values())
            .flatMap(
                split ->
                    Arrays.stream(data.indices(split))
                        .mapToObj(index -> List.of(split.label(), Integer.toString(index))));
    String text = CsvText.of(List.of("split", "index"), rows);
    if (Checksums.matches(file, Checksums.of(text))) {
      return;
    }
    if (Files.exists(file)) {
      warnings.accept(file + ": damaged or altered; it is made anew from the data");
    }
    AtomicFiles.write(file, text);
  }
}
