package org.limbeck.scores;

import java.util.function.Function;
import org.limbeck.scores.column.TableRows;

/** A table that can be read more than once. */
public interface TableInput {
  /** Reads it from its first row on and returns what the reader makes of it. */
  <T> T read(Function<TableRows, T> reader);
}
