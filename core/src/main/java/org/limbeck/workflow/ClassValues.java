package org.limbeck.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;

/** Positive numbers, one for each class, as an option or a file gives them. */
public final class ClassValues {
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*|\\s+");
  private static final long MOST_BYTES = 16 << 20;

  private ClassValues() {}

  /**
   * Parses numbers between commas or line ends, or a file with such numbers.
   *
   * @param option where they were given, for messages
   * @throws LimbeckException if one is no positive number, or the file cannot be read
   */
  public static List<Double> parse(String option, String given) {
    boolean file = !given.matches("[-+0-9.eE,;\\s]*");
    String place = file ? option + " " + given : option;
    String text = file ? text(option, Path.of(given)) : given;
    List<Double> values = new ArrayList<>();
    for (String field : SEPARATOR.split(text.strip(), -1)) {
      values.add(positive(place, values.size(), field));
    }
    return values;
  }

  private static double positive(String place, int y, String field) {
    try {
      double value = Double.parseDouble(field);
      if (value > 0 && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw refused(place, y, field);
    }
    throw refused(place, y, field);
  }

  private static LimbeckException refused(String place, int y, String field) {
    return new LimbeckException(
        "%s: class %d: expected a positive number, found '%s'; give numbers between commas, or a file with them"
            .formatted(place, y, field));
  }

  private static String text(String option, Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new LimbeckException(
            "%s %s: larger than 16 MiB; give a file with one number for each class"
                .formatted(option, file));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new LimbeckException(
          "%s %s: cannot be read: %s; give numbers between commas, or a file with them"
              .formatted(option, file, AtomicFiles.reason(e)),
          e);
    }
  }

  /** The values as an array; refuses any other number of them than there are classes. */
  static double[] of(String option, List<Double> values, int classes) {
    if (values.size() != classes) {
      throw new LimbeckException(
          "%s: expected %d values, one for each class, found %d; give one for each class in label order"
              .formatted(option, classes, values.size()));
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
