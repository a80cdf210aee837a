package org.limbeck.teacher.foreign;

import java.util.Optional;
import org.limbeck.data.Split;

/** Which row of a file of scores belongs to which example of a data set. */
interface RowJoin {
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
