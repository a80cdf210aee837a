package org.limbeck.table.scores;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.scores.column.Roles;
import org.limbeck.scores.column.TableColumns;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.TableSandbox;
import org.limbeck.table.scan.TableScan;
import org.limbeck.table.scan.TypeKind;

/** Finds lists of scores among the columns of a Parquet file. */
final class ListColumns {
  /** As columns of scores begin, see {@code ScoreGroups}: other lists can be embeddings. */
  private static final Pattern NAMED =
      Pattern.compile("(?i)p|probs?|proba|probability|probabilities|softmax|z|logits?|scores?");

  private final TableSandbox sandbox;
  private final TableScan scan;
  private final String file;

  ListColumns(TableSandbox sandbox, TableScan scan, String file) {
    this.sandbox = sandbox;
    this.scan = scan;
    this.file = file;
  }

  /**
   * The columns, those of lists of scores taken apart.
   *
   * @throws LimbeckException if a list cannot be what it is named for
   */
  List<ScoreCell> cells(TableColumns wanted) {
    List<ScoreCell> cells = new ArrayList<>();
    for (FoundColumn column : scan.columns()) {
      boolean list = TypeKind.of(column.type()) == TypeKind.NUMBERS;
      if (list) {
        requireNoRole(column, wanted);
      }
      if (list && holdsScores(column.name(), wanted)) {
        cells.addAll(ScoreCell.of(column, length(column)));
      } else {
        cells.add(ScoreCell.of(column));
      }
    }
    requireDifferent(cells);
    return cells;
  }

  private static boolean holdsScores(String name, TableColumns wanted) {
    List<String> named = wanted.scores();
    return !wanted.ignore().contains(name)
        && (named.isEmpty() ? NAMED.matcher(name).matches() : named.contains(name));
  }

  private void requireNoRole(FoundColumn column, TableColumns wanted) {
    String name = column.name();
    boolean named =
        Stream.of(wanted.label(), wanted.prediction(), wanted.id())
            .anyMatch(given -> given.filter(name::equals).isPresent());
    boolean label = wanted.label().isEmpty() && Roles.LABELS.contains(name);
    boolean prediction = wanted.prediction().isEmpty() && Roles.PREDICTIONS.contains(name);
    if (named || ((label || prediction) && !wanted.ignore().contains(name))) {
      throw new LimbeckException(
          "%s: column '%s' has lists (%s), where one class or id for each row is expected; store that, or leave the column out with --ignore"
              .formatted(file, name, column.type()));
    }
  }

  /** The length of the first list; every other is compared with it as it is read. */
  private int length(FoundColumn column) {
    var length = new AtomicInteger();
    sandbox.forEach(
        "SELECT len(%s) FROM (%s) WHERE %s IS NOT NULL LIMIT 1"
            .formatted(ScoreCell.asList(column), scan.select(), ScoreCell.asList(column)),
        file,
        row -> length.set(row.getInt(1)));
    if (length.get() < 2 || length.get() > TableScan.MOST_COLUMNS) {
      throw new LimbeckException(
          "%s: the first list of column '%s' has %,d numbers; a score for each of 2 to %,d classes is expected"
              .formatted(file, column.name(), length.get(), TableScan.MOST_COLUMNS));
    }
    return length.get();
  }

  private void requireDifferent(List<ScoreCell> cells) {
    Set<String> names = new HashSet<>();
    for (ScoreCell cell : cells) {
      if (cell.kind() != ScoreCell.Kind.LENGTH && !names.add(cell.name())) {
        throw new LimbeckException(
            "%s: column '%s' is there beside a list whose numbers get this name; leave one out"
                .formatted(file, cell.name()));
      }
    }
  }
}
