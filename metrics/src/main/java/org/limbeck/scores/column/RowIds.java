package org.limbeck.scores.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.limbeck.LimbeckException;

/** The ids of rows as they are read, all different. */
public final class RowIds {
  private final Map<String, Integer> rows = new HashMap<>();
  private final List<String> ids = new ArrayList<>();

  /** Adds the id of the next row. */
  public void add(String id, Function<String, LimbeckException> error) {
    if (id.isEmpty()) {
      throw error.apply("empty; give every row an id, or leave the column out with --ignore");
    }
    Integer first = rows.putIfAbsent(id, ids.size());
    if (first != null) {
      throw error.apply(
          "id '%s' is there twice, first in row %d; remove one of the rows, or leave the column out with --ignore"
              .formatted(id, first + 1));
    }
    ids.add(id);
  }

  /** The ids added, in order. */
  public List<String> list() {
    rows.clear();
    return ids;
  }
}
