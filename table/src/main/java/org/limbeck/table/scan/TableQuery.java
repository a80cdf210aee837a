package org.limbeck.table.scan;

import java.util.List;
import org.limbeck.table.sandbox.FoundColumn;

/** The rows of a part of a table, wherever they come from. */
public interface TableQuery {
  /** The columns, with types as DuckDB names them. */
  List<FoundColumn> columns();

  /** The columns of files without types, before {@code data.sql} changes their names; else none. */
  default List<String> untyped() {
    return List.of();
  }

  /** The length of the first list of a column that has one, else 0. */
  int listLength(FoundColumn column);

  /**
   * Passes each row to a reader.
   *
   * @throws org.limbeck.LimbeckException if they cannot be read
   */
  void forEach(List<Cell> cells, CellRow.Reader reader);
}
