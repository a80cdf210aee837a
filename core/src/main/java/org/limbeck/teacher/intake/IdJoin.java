package org.limbeck.teacher.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    List<String> missing = missing(split);
    if (missing.size() == ids.size()) {
      return Optional.empty();
    }
    if (!missing.isEmpty()) {
      throw incomplete();
    }
    used += ids.size();
    return Optional.of(
        ids.stream().mapToInt(id -> Objects.requireNonNull(rowOf.get(id))).toArray());
  }

  private List<String> missing(Split split) {
    return data.ids(split).stream().filter(id -> !rowOf.containsKey(id)).toList();
  }

  /** Names what is missing of all splits that the file has rows of, to be added at once. */
  private LimbeckException incomplete() {
    List<String> all = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    for (Split split : Split.values()) {
      List<String> missing = missing(split);
      int rows = data.ids(split).size();
      if (!missing.isEmpty() && missing.size() < rows) {
        all.addAll(missing);
        counts.add(
            "%,d of the %,d rows of the %s split".formatted(missing.size(), rows, split.label()));
      }
    }
    return new LimbeckException(
        "%s: no scores for %s, with the ids %s; add them, or leave these rows out of the data"
            .formatted(where, String.join(", ", counts), ColumnOrder.first(all)));
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
