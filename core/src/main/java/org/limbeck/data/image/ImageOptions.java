package org.limbeck.data.image;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.text.DidYouMean;

/** Reads the options of image sources. */
final class ImageOptions {
  private ImageOptions() {}

  /**
   * Option {@code dir}, absolute.
   *
   * @param page where the data is to be had, for the message if the option is missing
   */
  static Path dir(Map<String, String> options, String page) {
    String dir = options.getOrDefault("dir", "");
    if (dir.isBlank()) {
      throw new LimbeckException(
          "data.dir: missing; give it in the study file or as --data-dir DIR; get the data from "
              + page);
    }
    try {
      return Path.of(dir).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new LimbeckException("data.dir: '" + dir + "' is no file name", e);
    }
  }

  /** An option that is one of a few words; the first is the default. */
  static String word(Map<String, String> options, String key, List<String> words) {
    String word = options.getOrDefault(key, words.get(0));
    if (!words.contains(word)) {
      throw new LimbeckException(
          "data.%s: '%s' is none of %s%s"
              .formatted(key, word, String.join(", ", words), DidYouMean.hint(word, words)));
    }
    return word;
  }
}
