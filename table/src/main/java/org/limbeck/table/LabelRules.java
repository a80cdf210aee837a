package org.limbeck.table;

import java.util.Locale;
import java.util.Optional;
import org.limbeck.table.scan.TypeKind;

/** What a column needs so that its values can be classes. */
final class LabelRules {
  /** Different labels at most. */
  static final int MOST_CLASSES = 20_000;

  /** Rows that tell nothing yet. */
  private static final int FEW_ROWS = 20;

  private LabelRules() {}

  /**
   * Why a column is not a label, as what follows its name; empty where it can be one.
   *
   * @param classes different values
   * @param one any of them
   * @param rows with a value
   */
  static Optional<String> problem(String type, int classes, String one, long rows) {
    if (TypeKind.isFraction(type)) {
      return Optional.of("has numbers with fractions (" + type + "), no classes");
    }
    TypeKind kind = TypeKind.of(type);
    if (kind != TypeKind.NUMBER && kind != TypeKind.TEXT && kind != TypeKind.FLAG) {
      return Optional.of("is " + type + "; texts, whole numbers and booleans are classes");
    }
    if (classes < 2) {
      return Optional.of(classes == 0 ? "has no values" : "is '%s' in all rows".formatted(one));
    }
    return isTooMany(classes, rows) ? Optional.of(tooMany(classes, rows)) : Optional.empty();
  }

  /** Whether a label is written as a number with a fraction, like {@code 1.0}. */
  static boolean isFraction(String label) {
    return label.matches("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");
  }

  /** Whether there are more labels than classes can have. */
  static boolean isTooMany(int classes, long rows) {
    return classes > MOST_CLASSES || (rows > FEW_ROWS && classes > rows / 2);
  }

  /** That there are too many, as what follows the name of the column. */
  static String tooMany(int classes, long rows) {
    String count =
        classes > MOST_CLASSES
            ? String.format(Locale.ROOT, "more than %,d different labels", MOST_CLASSES)
            : String.format(Locale.ROOT, "%,d different labels in %,d rows", classes, rows);
    return "has " + count + "; it looks like an id or a quantity, not a class";
  }
}
