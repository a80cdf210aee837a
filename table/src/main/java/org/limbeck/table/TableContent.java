package org.limbeck.table;

import java.util.List;
import org.limbeck.data.Values;
import org.limbeck.data.column.Column;

/**
 * A table as it was read.
 *
 * @param values raw, a row each
 * @param missing the number of rows without a value, by column
 * @param notes for people, a line each
 */
record TableContent(
    List<Column> columns, Values values, RowRoles roles, List<Long> missing, List<String> notes) {
  TableContent {
    columns = List.copyOf(columns);
    missing = List.copyOf(missing);
    notes = List.copyOf(notes);
  }

  /** The same table with its values. */
  TableContent with(Values read) {
    return new TableContent(columns, read, roles, missing, notes);
  }
}
