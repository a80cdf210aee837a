package org.limbeck.scores;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.scores.column.ClassNames;
import org.limbeck.scores.column.FoundText;
import org.limbeck.scores.column.KindFinder;
import org.limbeck.scores.column.Roles;
import org.limbeck.scores.column.RowIds;
import org.limbeck.scores.column.RowScores;
import org.limbeck.scores.column.ScoreGroup;
import org.limbeck.scores.column.ScoreKind;
import org.limbeck.scores.column.TableRows;
import org.limbeck.scores.column.TextMatrix;

/**
 * Finds labels, predictions, scores, ids and groups in the columns of a table, whatever its format,
 * and reads them. What is found is said in a sentence; what could be two things is an error.
 *
 * <p>Labels and predictions have usual names ({@code label}, {@code y_true}, {@code target}, {@code
 * prediction}, {@code y_pred}, ...), scores are {@code p0,p1,...}, {@code proba_NAME}, {@code
 * z0,z1,...}, {@code logit_NAME} or have the names of the classes. Other columns are left out.
 */
public final class TableReader {
  private static final int MOST_NAMES = 2000;

  private TableReader() {}

  /**
   * Reads predictions or scores with labels.
   *
   * @throws LimbeckException naming file, place and remedy
   */
  public static ScoreTable read(TableInput input, TableRequest request) {
    Optional<ScoreTable> table =
        input.read(
            rows -> {
              var header = new TableHeader(rows, request);
              return header.needsClasses()
                  ? Optional.empty()
                  : Optional.of(ScoreRows.read(rows, header.columns(List.of()), request));
            });
    return table.orElseGet(() -> readNamed(input, request));
  }

  /** Scores may have the names of the classes, which only the labels say. */
  private static ScoreTable readNamed(TableInput input, TableRequest request) {
    List<String> classes = input.read(rows -> classes(rows, request));
    return input.read(
        rows -> {
          var header = new TableHeader(rows, request);
          return ScoreRows.read(rows, header.columns(classes), request);
        });
  }

  /** The classes by their labels; empty where they are too many to have columns. */
  private static List<String> classes(TableRows rows, TableRequest request) {
    int column = Roles.of(rows, request.ofColumns()).label();
    Set<String> names = new HashSet<>();
    while (rows.next() && names.size() <= MOST_NAMES) {
      names.add(rows.text(column));
    }
    return names.size() > MOST_NAMES ? List.of() : ClassNames.sorted(List.copyOf(names));
  }

  /**
   * Reads scores; labels and predictions are left out.
   *
   * @throws LimbeckException naming file, place and remedy
   */
  public static ScoreFile scores(TableInput input, TableRequest request) {
    return input.read(rows -> scores(rows, request));
  }

  private static ScoreFile scores(TableRows rows, TableRequest request) {
    var header = new TableHeader(rows, request);
    ScoreGroup group = header.scoresAlone();
    Roles roles = header.roles();
    var values = new RowScores(group);
    var matrix = new TextMatrix(group.size());
    var ids = new RowIds();
    while (rows.next()) {
      matrix.add(values.read(rows));
      if (roles.id() != Roles.NONE) {
        ids.add(rows.text(roles.id()), problem -> rows.error(roles.id(), problem));
      }
    }
    if (matrix.rows() == 0) {
      throw rows.empty();
    }
    ScoreKind kind = values.kind(rows.file());
    return new ScoreFile(
        rows.file(),
        kind,
        group.classes(),
        roles.id() == Roles.NONE ? Optional.empty() : Optional.of(ids.list()),
        matrix,
        found(rows, matrix.rows(), group, KindFinder.text(kind, group.kind()), roles));
  }

  private static String found(
      TableRows rows, int count, ScoreGroup group, String kind, Roles roles) {
    Set<Integer> used = group.used();
    List<String> rest =
        Stream.concat(Stream.of(roles.label(), roles.prediction()), roles.rest().stream())
            .filter(column -> column != Roles.NONE && !used.contains(column))
            .map(rows.header()::get)
            .collect(Collectors.toList());
    var found = new FoundText(count);
    found.add(kind, group.shown());
    if (roles.id() != Roles.NONE) {
      found.add("ids", FoundText.quoted(rows.header().get(roles.id())));
    }
    return found.leaving(rest);
  }
}
