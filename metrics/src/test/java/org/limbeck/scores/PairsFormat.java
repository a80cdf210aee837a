package org.limbeck.scores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A format from outside: a label and a prediction on each line, without a header. */
public final class PairsFormat implements TableFormat {
  @Override
  public String name() {
    return "pairs";
  }

  @Override
  public boolean reads(Path file) {
    return file.toString().endsWith(".pairs");
  }

  @Override
  public ScoreTable read(Path file, TableRequest request) {
    return ScoreTable.ofPredictions(
        file.toString(), request.classes().orElse(2), column(file, 0), column(file, 1));
  }

  private static int[] column(Path file, int column) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.stream()
          .mapToInt(line -> Integer.parseInt(line.split(" ", -1)[column]))
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
