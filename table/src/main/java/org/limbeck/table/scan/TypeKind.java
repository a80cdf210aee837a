package org.limbeck.table.scan;

/** What the values of a column are. */
public enum TypeKind {
  NUMBER,
  FLAG,
  TEXT,
  NUMBERS,
  TIME,
  EMPTY,
  OTHER;

  private static final String INTEGER = "U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?";
  private static final String FRACTION = "FLOAT|DOUBLE|DECIMAL\\(\\d+, ?\\d+\\)";

  /** The kind of a type as DuckDB names it. */
  public static TypeKind of(String type) {
    if (isNumber(type)) {
      return NUMBER;
    }
    if (type.matches("(?s)(.*)\\[\\d*\\]") && isNumber(type.replaceFirst("\\[\\d*\\]$", ""))) {
      return NUMBERS;
    }
    if (type.equals("BOOLEAN")) {
      return FLAG;
    }
    if (type.equals("VARCHAR") || type.equals("UUID") || type.matches("(?s)ENUM\\(.*\\)")) {
      return TEXT;
    }
    if (type.matches("(DATE|TIME|INTERVAL).*")) {
      return TIME;
    }
    return type.equals("\"NULL\"") || type.equals("NULL") ? EMPTY : OTHER;
  }

  private static boolean isNumber(String type) {
    return type.matches(INTEGER + "|" + FRACTION);
  }

  /** Whether a type has numbers that are no integers. */
  public static boolean isFraction(String type) {
    return type.matches(FRACTION) && !type.matches("DECIMAL\\(\\d+, ?0\\)");
  }
}
