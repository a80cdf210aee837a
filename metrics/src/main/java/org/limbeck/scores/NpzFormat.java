package org.limbeck.scores;

import java.nio.file.Path;
import org.limbeck.scores.array.ArrayFile;

/**
 * Archives of NumPy arrays, found by their names: {@code labels} or {@code y_true}, {@code
 * probabilities}, {@code logits}, {@code y_pred}, ...
 */
public final class NpzFormat implements TableFormat {
  @Override
  public String name() {
    return "npz";
  }

  @Override
  public boolean reads(Path file) {
    return file.toString().endsWith(".npz");
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
