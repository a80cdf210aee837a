package org.limbeck.scores;

import java.nio.file.Path;
import org.limbeck.scores.array.ArrayFile;

/** Files of arrays, which end in the name of their format. */
abstract class ArrayFormat implements TableFormat {
  private final String name;

  private ArrayFormat(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean reads(Path file) {
    return file.toString().endsWith("." + name);
  }

  @Override
  public final ScoreTable read(Path file, TableRequest request) {
    return ArrayTables.read(ArrayFile.open(name, file, file.toString()), request);
  }

  @Override
  public final ScoreFile scores(Path file, TableRequest request) {
    return ArrayTables.scores(ArrayFile.open(name, file, file.toString()), request);
  }

  /**
   * A NumPy array: scores {@code [examples, classes]} or predicted classes {@code [examples]}, with
   * the labels in another file.
   */
  public static final class Npy extends ArrayFormat {
    public Npy() {
      super("npy");
    }
  }

  /**
   * An archive of NumPy arrays, found by their names: {@code labels} or {@code y_true} {@code
   * [examples]}, {@code probabilities} or {@code logits} {@code [examples, classes]}, {@code
   * y_pred} {@code [examples]}, ...
   */
  public static final class Npz extends ArrayFormat {
    public Npz() {
      super("npz");
    }
  }

  /**
   * A safetensors file with {@code logits} or {@code probabilities} {@code [examples, classes]},
   * {@code labels} {@code [examples]} here or in another file, and perhaps the metadata {@code
   * fingerprint}.
   */
  public static final class SafeTensors extends ArrayFormat {
    public SafeTensors() {
      super("safetensors");
    }
  }
}
