package org.limbeck.data.image;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;

/** Reads the options of image sources. */
final class ImageOptions {
  private static final int MAX_SIZE = 1024;
  private static final double USUAL_BAD_SHARE = 0.01;

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
      throw new LimbeckException("data.dir: '" + dir + "' is not a valid file name", e);
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

  /** Option {@code onBadImage}: whether pictures that cannot be decoded are left out. */
  static boolean skipBad(Map<String, String> options) {
    return word(options, "onBadImage", List.of("error", "skip")).equals("skip");
  }

  /** Option {@code badImages}: the share of a class that {@code onBadImage: skip} may leave out. */
  static double badShare(Map<String, String> options) {
    if (options.containsKey("badImages") && !skipBad(options)) {
      throw new LimbeckException(
          "data.badImages: only onBadImage: skip leaves images out; set it, or leave badImages out");
    }
    String text = options.getOrDefault("badImages", Double.toString(USUAL_BAD_SHARE));
    double share =
        text.matches("[01]?(\\.\\d{1,9})?") && !text.isEmpty() ? Double.parseDouble(text) : -1;
    if (!(share >= 0 && share <= 1)) {
      throw new LimbeckException(
          "data.badImages: expected a share in [0, 1], found '%s'; 0.01 is usual".formatted(text));
    }
    return share;
  }

  /** Option {@code size}: rows and columns of each image. */
  static int size(Map<String, String> options) {
    String text = options.getOrDefault("size", "64");
    int size = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (size < 1 || size > MAX_SIZE) {
      throw new LimbeckException(
          "data.size: '%s' is no whole number from 1 to %d; 64 is usual".formatted(text, MAX_SIZE));
    }
    return size;
  }
}
