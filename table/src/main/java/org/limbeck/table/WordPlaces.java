package org.limbeck.table;

import java.util.Optional;

/** Says where a column that looks like numbers has its first word. */
interface WordPlaces {
  /** The file and line; empty where lines are not known. */
  Optional<String> first(String column);
}
