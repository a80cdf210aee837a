package org.limbeck.teacher.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;

/** Joins by id: the ids of the file are those of the data, in any order. */
final class IdJoin implements RowJoin {
  private final String where;
  private final Dataset data;
  private final Map<String, Integer> rowOf = new HashMap<>();
  private int used;

  /**
   * A join.
   *
   * @param where how messages call the file
   * @param ids of the file's rows, all different
   * @throws LimbeckException if the data have no ids
   */
  IdJoin(String where, Dataset data, List<String> ids) {
    if (data.ids(Split.TRAIN).isEmpty()) {
      throw new LimbeckException(
          "%s: is to be joined by id, but the data have no ids; name their column in data.id, or leave id out of the teacher to join by row number"
              .formatted(where));
    }
    this.where = where;
    this.data = data;
    ids.forEach(id -> rowOf.put(id, rowOf.size()));
  }

  @Override
  public Optional<int[]> rows(Split split) {
    List<String> ids = data.ids(split);
    var rows = new int[ids.size()];
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      Integer row = rowOf.get(ids.get(i));
      if (row == null) {
        missing.add(ids.get(i));
      } else {
        rows[i] = row;
      }
    }
    if (missing.size() == rows.length) {
      return Optional.empty();
    }
    if (!missing.isEmpty()) {
      throw new LimbeckException(
          "%s: no scores for %,d of the %,d rows of the %s split, with the ids %s; add them, or leave these rows out of the data"
              .formatted(
                  where, missing.size(), rows.length, split.label(), ColumnOrder.first(missing)));
    }
    used += rows.length;
    return Optional.of(rows);
  }

  @Override
  public Optional<String> note() {
    int unused = rowOf.size() - used;
    return unused == 0
        ? Optional.empty()
        : Optional.of(
            "%s: %,d of its %,d rows have ids that are in none of the splits, or were found in another file, and are left out"
                .formatted(where, unused, rowOf.size()));
  }
}
