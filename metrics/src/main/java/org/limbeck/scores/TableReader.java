package org.limbeck.scores;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
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
                  : Optional.of(ScoreRows.read(rows, header.columns(ClassColumns.NONE), request));
            });
    return table.orElseGet(() -> readNamed(input, request));
  }

  /** Scores may have the names of the classes, which only the labels say. */
  private static ScoreTable readNamed(TableInput input, TableRequest request) {
    ClassColumns classes = input.read(rows -> ClassColumns.of(rows, request));
    return input.read(
        rows -> {
          var header = new TableHeader(rows, request);
          return ScoreRows.read(rows, header.columns(classes), request);
        });
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
        IntStream.range(0, rows.header().size())
            .filter(column -> column != roles.id() && !used.contains(column))
            .mapToObj(rows.header()::get)
            .toList();
    var found = new FoundText(count);
    found.add(kind, group.shown());
    if (roles.id() != Roles.NONE) {
      found.add("ids", FoundText.quoted(rows.header().get(roles.id())));
    }
    found.remark(rows.form());
    return found.leaving(rest);
  }
}
