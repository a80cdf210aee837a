package org.limbeck.scores;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limbeck.scores.column.ClassNames;
import org.limbeck.scores.column.Roles;
import org.limbeck.scores.column.TableRows;

/**
 * What the rows of a table say of columns that may have the names of classes.
 *
 * @param classes that the labels name, in order; empty where they are too many to have columns
 * @param numeric the columns whose first cell is a number
 */
record ClassColumns(List<String> classes, Set<Integer> numeric) {
  /** Nothing is known. */
  static final ClassColumns NONE = new ClassColumns(List.of(), Set.of());

  private static final int MOST_NAMES = 2000;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+[.,]?\\d*|[.,]\\d+)([eE][-+]?\\d+)?");

  /** Reads all rows, unless there are too many classes. */
  static ClassColumns of(TableRows rows, TableRequest request) {
    int column = Roles.of(rows, request.ofColumns()).label();
    Set<String> names = new HashSet<>();
    Set<Integer> numeric = Set.of();
    boolean first = true;
    while (names.size() <= MOST_NAMES && rows.next()) {
      if (first) {
        numeric = numeric(rows);
      }
      first = false;
      if (request.labels().isEmpty()) {
        names.add(rows.text(column));
      }
    }
    request.labels().ifPresent(file -> add(names, LabelFile.read(file, request)));
    return new ClassColumns(
        names.size() > MOST_NAMES ? List.of() : ClassNames.sorted(List.copyOf(names)), numeric);
  }

  private static void add(Set<String> names, LabelColumn labels) {
    for (int i = 0; i < labels.size() && names.size() <= MOST_NAMES; i++) {
      names.add(labels.text(i));
    }
  }

  private static Set<Integer> numeric(TableRows rows) {
    return IntStream.range(0, rows.header().size())
        .filter(column -> NUMBER.matcher(rows.text(column)).matches())
        .boxed()
        .collect(Collectors.toSet());
  }
}
