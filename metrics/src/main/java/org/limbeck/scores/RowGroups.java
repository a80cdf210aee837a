package org.limbeck.scores;

import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.scores.column.Roles;
import org.limbeck.scores.column.TableRows;

/** The groups of rows as they are read. */
final class RowGroups {
  /** More are identifiers rather than groups. */
  private static final int MOST_GROUPS = 1000;

  private final TableRows rows;
  private final int column;
  private final Categories.Builder groups = new Categories.Builder();

  /** Groups of a column, or of none. */
  RowGroups(TableRows rows, int column) {
    this.rows = rows;
    this.column = column;
  }

  void add() {
    if (column == Roles.NONE) {
      return;
    }
    String group = rows.text(column);
    if (group.isEmpty()) {
      throw rows.error(column, "empty; name a group, or leave the example out");
    }
    if (groups.add(group) > MOST_GROUPS) {
      throw rows.error(
          column,
          "more than %d groups; name a column with fewer values with --group"
              .formatted(MOST_GROUPS));
    }
  }

  Optional<Categories> categories() {
    if (column == Roles.NONE) {
      return Optional.empty();
    }
    Categories found = groups.build();
    if (found.names().size() < 2) {
      throw new LimbeckException(
          "%s, column '%s': one value only, '%s'; leave --group out or name another column"
              .formatted(rows.file(), rows.header().get(column), String.join("", found.names())));
    }
    return Optional.of(found);
  }
}
