package org.limbeck.table;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.data.RowDetails;
import org.limbeck.scores.Categories;

/**
 * What is known of all rows besides their features.
 *
 * @param parts of the rows
 */
record RowRoles(Categories labels, Categories groups, List<TablePart> parts, RowDetails details) {
  /** The rows of a part, in their order. */
  int[] rowsOf(TablePart part) {
    return IntStream.range(0, parts.size()).filter(i -> parts.get(i) == part).toArray();
  }
}
