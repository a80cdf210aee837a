package org.limbeck.table.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.LimbeckException;
import org.limbeck.table.sandbox.FoundColumn;

/** The columns of a result, numbered from 1. */
record JdbcColumns(List<FoundColumn> columns) {
  JdbcColumns {
    columns = List.copyOf(columns);
  }

  /**
   * The columns of a result.
   *
   * @param place what messages blame
   */
  static JdbcColumns of(ResultSetMetaData result, String place) throws SQLException {
    List<FoundColumn> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int at = 1; at <= result.getColumnCount(); at++) {
      String name = result.getColumnLabel(at);
      if (!names.add(name)) {
        throw new LimbeckException(
            "%s: two columns are called '%s'; give one another name with AS"
                .formatted(place, name));
      }
      columns.add(new FoundColumn(name, JdbcTypes.of(result, at)));
    }
    return new JdbcColumns(columns);
  }

  int position(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("no column '" + name + "'");
  }

  String type(int position) {
    return columns.get(position - 1).type();
  }
}
