package org.limbeck.teacher.intake;

import java.util.List;
import java.util.Optional;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;

/** Which row of a file of scores belongs to which example of a data set. */
public interface RowJoin {
  /**
   * By row number: the file has a row for each row of a part of the source, in its order.
   *
   * @param where how messages call the file
   * @param rows of the file
   * @param ids of these rows, where it has any
   * @throws org.limbeck.LimbeckException if the part has another number of rows, or other ids in
   *     its rows
   */
  static RowJoin byNumber(
      String where, Dataset data, Split part, int rows, Optional<List<String>> ids) {
    return RowNumberJoin.of(where, data, part, rows, ids);
  }

  /**
   * By id: the ids of the file are those of the data, in any order.
   *
   * @param where how messages call the file
   * @param ids of the file's rows, all different
   * @throws org.limbeck.LimbeckException if the data have no ids
   */
  static RowJoin byId(String where, Dataset data, List<String> ids) {
    return new IdJoin(where, data, ids);
  }

  /**
   * The row of each example of a split, {@code [examples]}; empty where the file is not about them.
   *
   * @throws org.limbeck.LimbeckException if it has rows of some of them only
   */
  Optional<int[]> rows(Split split);

  /** What people should know about the rows that were not asked for; mostly nothing. */
  default Optional<String> note() {
    return Optional.empty();
  }
}
