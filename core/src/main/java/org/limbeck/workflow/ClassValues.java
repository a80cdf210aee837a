package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.limbeck.LimbeckException;

/** Positive numbers, one for each class, as an option or a file gives them. */
public final class ClassValues {
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*|\\s+");
  // Double.parseDouble takes more: 1d, 0x1p3, NaN.
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final String REMEDY = "give numbers between commas, or a file with them";

  private ClassValues() {}

  /**
   * Parses numbers between commas or line ends, or a file with such numbers.
   *
   * @param option where they were given, for messages
   * @throws LimbeckException if one is no positive number, or the file cannot be read
   */
  public static List<Double> parse(String option, String given) {
    if (given.matches("[-+0-9.eE,;\\s]*")) {
      return numbers(option, given, false);
    }
    return numbers(option + " " + given, OptionFile.text(option, Path.of(given), REMEDY), true);
  }

  private static List<Double> numbers(String place, String text, boolean lines) {
    List<Double> values = new ArrayList<>();
    int line = 0;
    for (String row : text.strip().lines().toList()) {
      line++;
      if (row.isBlank()) {
        continue;
      }
      for (String field : SEPARATOR.split(row.strip().replaceFirst("[,;]$", ""), -1)) {
        values.add(positive(lines ? place + ", line " + line : place, values.size(), field));
      }
    }
    return values;
  }

  private static double positive(String place, int y, String field) {
    if (NUMBER.matcher(field).matches()) {
      double value = Double.parseDouble(field);
      if (value > 0 && Double.isFinite(value)) {
        return value;
      }
    }
    throw new LimbeckException(
        "%s: class %d: expected a positive number, found '%s'; %s"
            .formatted(place, y, field, REMEDY));
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
