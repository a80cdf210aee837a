package org.limbeck.scores.array;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;

/** A file of arrays. It is open only while one is read. */
public interface ArrayFile {
  /**
   * Looks into a file of one of the formats.
   *
   * @param format {@code npy}, {@code npz} or {@code safetensors}
   * @param shown how messages name the file
   * @throws LimbeckException if it is not in this format, naming what is wrong
   */
  static ArrayFile open(String format, Path file, String shown) {
    return switch (format) {
      case "npy" -> new NpyFile(file, shown);
      case "npz" -> NpzFile.open(file, shown);
      case "safetensors" -> SafeTensorsFile.open(file, shown);
      default -> throw new IllegalArgumentException("no format of arrays: " + format);
    };
  }

  /** How messages name the file. */
  String shown();

  /** The names of its arrays; one empty name where the format has none. */
  List<String> names();

  /**
   * Reads one of its arrays.
   *
   * @throws LimbeckException if it is cut off, too large, or of a type that is not read
   */
  FileArray read(String name);

  /** What it says besides its arrays, by key. */
  default Map<String, String> metadata() {
    return Map.of();
  }

  /** The array with the first of these names, if it has any of them. */
  default Optional<FileArray> first(List<String> candidates) {
    return candidates.stream().filter(names()::contains).findFirst().map(this::read);
  }
}
