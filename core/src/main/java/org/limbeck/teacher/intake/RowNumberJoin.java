package org.limbeck.teacher.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;

/**
 * Joins by row number: the file has a row for each row of a part of the source, in its order.
 *
 * @param where how messages call the file
 * @param part of the source
 */
record RowNumberJoin(String where, Dataset data, Split part) implements RowJoin {

  /**
   * A join of a file with the given number of rows.
   *
   * @param ids of the file's rows, where it has any
   * @throws LimbeckException if the part has another number of rows, or other ids in its rows
   */
  static RowNumberJoin of(
      String where, Dataset data, Split part, int rows, Optional<List<String>> ids) {
    int expected = data.partSize(part);
    if (rows != expected) {
      throw new LimbeckException(
          "%s: %,d rows, but the %s part of the data has %,d: %s"
              .formatted(where, rows, name(part), expected, advice(data, part, rows)));
    }
    var join = new RowNumberJoin(where, data, part);
    ids.ifPresent(join::requireSameIds);
    return join;
  }

  private static String name(Split part) {
    return part == Split.TRAIN ? "training" : part.label();
  }

  private static String advice(Dataset data, Split part, int rows) {
    String all = "score every row of that part, in its order, or join by id with the key id";
    if (data.partSize(part) == 0) {
      return "the data have no such part; leave this file out";
    }
    if (part != Split.TEST && rows == data.partSize(Split.TEST)) {
      return "they are as many as its test part has; are the files exchanged?";
    }
    if (part == Split.TEST && rows == data.partSize(Split.TRAIN)) {
      return "they are as many as its training part has; are the files exchanged?";
    }
    if (rows == Arrays.stream(Split.values()).mapToInt(data::partSize).sum()) {
      return "they are as many as all its parts have together; give each part a file, or join by id with the key id";
    }
    for (Split split : Split.values()) {
      if (rows == data.indices(split).length) {
        return "they are as many as the %s split has, which was cut from that part; %s"
            .formatted(split.label(), all);
      }
    }
    return rows == data.partSize(part) - 1
        ? "one less, so perhaps the first row was taken for a header; " + all
        : all;
  }

  private void requireSameIds(List<String> ids) {
    for (Split split : Split.values()) {
      List<String> own = data.ids(split);
      if (data.sourcePart(split) == part && !own.isEmpty()) {
        requireSameIds(ids, own, data.indices(split));
      }
    }
  }

  private void requireSameIds(List<String> ids, List<String> own, int[] rows) {
    for (int i = 0; i < rows.length; i++) {
      if (!own.get(i).equals(ids.get(rows[i]))) {
        throw new LimbeckException(
            "%s, row %d: its id is '%s', that of the data is '%s', so the rows are in another order; join by id with the key id"
                .formatted(where, rows[i] + 1, ids.get(rows[i]), own.get(i)));
      }
    }
  }

  @Override
  public Optional<int[]> rows(Split split) {
    return data.sourcePart(split) == part ? Optional.of(data.indices(split)) : Optional.empty();
  }
}
