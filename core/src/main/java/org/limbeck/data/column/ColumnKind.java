package org.limbeck.data.column;

/** The kinds of columns. */
public enum ColumnKind {
  /** A number. */
  NUMERIC("number"),
  /** True or false, as 1 or 0. */
  FLAG("true (1) or false (0)"),
  /** One of some texts. */
  CATEGORY("text"),
  /** A list of numbers. */
  VECTOR("list of numbers");

  private final String words;

  ColumnKind(String words) {
    this.words = words;
  }

  /** The kind for people. */
  public String words() {
    return words;
  }

  /** Whether a value is one number. */
  public boolean single() {
    return this == NUMERIC || this == FLAG;
  }
}
