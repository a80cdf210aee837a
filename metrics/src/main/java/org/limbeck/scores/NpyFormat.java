package org.limbeck.scores;

import java.nio.file.Path;
import org.limbeck.scores.array.ArrayFile;

/**
 * NumPy arrays: scores {@code [examples, classes]} or predicted classes, with the labels in another
 * file.
 */
public final class NpyFormat implements TableFormat {
  @Override
  public String name() {
    return "npy";
  }

  @Override
  public boolean reads(Path file) {
    return file.toString().endsWith(".npy");
  }

  @Override
  public ScoreTable read(Path file, TableRequest request) {
    return ArrayTables.read(ArrayFile.open(name(), file, file.toString()), request);
  }

  @Override
  public ScoreFile scores(Path file, TableRequest request) {
    return ArrayTables.scores(ArrayFile.open(name(), file, file.toString()), request);
  }
}
