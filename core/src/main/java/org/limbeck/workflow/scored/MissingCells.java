package org.limbeck.workflow.scored;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.data.Values;
import org.limbeck.data.column.Column;

/** Counts the missing values of a table that a model scores. */
final class MissingCells {
  private MissingCells() {}

  /** A note that counts them by column; empty where nothing is missing. */
  static Optional<String> of(ScoredExamples examples) {
    List<Column> columns =
        examples.columns().map(found -> found.columns()).orElse(List.<Column>of());
    int[] missing = new int[columns.size()];
    Values raw = examples.examples().raw();
    var row = new float[raw.exampleSize()];
    for (int i = 0; i < raw.examples() && !columns.isEmpty(); i++) {
      raw.read(i, row, 0);
      int at = 0;
      for (int c = 0; c < missing.length; c++) {
        missing[c] += Float.isNaN(row[at]) ? 1 : 0;
        at += columns.get(c).rawWidth();
      }
    }
    List<String> counts = new ArrayList<>();
    for (int c = 0; c < missing.length; c++) {
      if (missing[c] > 0) {
        counts.add("'%s' in %,d".formatted(columns.get(c).name(), missing[c]));
      }
    }
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "of %,d rows, values are missing in %s; the model decides what becomes of them"
                .formatted(raw.examples(), String.join(", ", counts)));
  }
}
