package org.limbeck.table.scan;

import org.jspecify.annotations.Nullable;

/** A row of a table; its values are numbered from 1, in the order of the {@link Cell}s. */
public interface CellRow {
  /** Takes one row after the other. */
  interface Reader {
    void read(CellRow row);
  }

  /** A {@link Cell.Form#NUMBER} or {@link Cell.Form#ELEMENT}. */
  double number(int at);

  /** A {@link Cell.Form#SINGLE}. */
  float single(int at);

  /** A {@link Cell.Form#TEXT}. */
  @Nullable String text(int at);

  /** A {@link Cell.Form#LENGTH}. */
  int length(int at);
}
