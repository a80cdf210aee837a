package org.limbeck.scores;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.limbeck.scores.column.ColumnRequest;
import org.limbeck.scores.column.ScoreKind;
import org.limbeck.scores.column.TableColumns;

/**
 * What is wanted from a file of predictions or scores.
 *
 * @param content what the table has to hold
 * @param classes the number of classes m; if empty, that of the file: the number of its scores or,
 *     without these, that of its class names, or 1 + the largest label or prediction
 * @param group the name of a column of groups; at least two and at most 1,000 different values
 * @param encoding the charset of a text file; if empty, that of a byte order mark, else UTF-8.
 *     Formats that are no text ignore it
 * @param columns which column holds what
 * @param classNames the names of the classes in their order; if empty, those of the file in the
 *     order of their names
 * @param kind of the scores; if empty, as their names say, or else as all rows show
 * @param labels another file that holds the labels, row by row
 */
public record TableRequest(
    Content content,
    OptionalInt classes,
    Optional<String> group,
    Optional<Charset> encoding,
    TableColumns columns,
    List<String> classNames,
    Optional<ScoreKind> kind,
    Optional<Path> labels) {
  /** What a table has to hold besides labels. */
  public enum Content {
    /** Predictions; probabilities, where there are any, in double precision. */
    PREDICTIONS,
    /** Logits of two classes or more; the logarithms of probabilities count as such. */
    SCORES
  }

  /** Predictions of as many classes as the file has, without groups. */
  public static final TableRequest PREDICTIONS = builder(Content.PREDICTIONS).build();

  /** Scores of as many classes as the file has, without groups. */
  public static final TableRequest SCORES = builder(Content.SCORES).build();

  public TableRequest {
    classNames = List.copyOf(classNames);
    if (!classNames.isEmpty() && classes.orElse(classNames.size()) != classNames.size()) {
      throw new IllegalArgumentException(
          "expected %d class names, found %d".formatted(classes.orElseThrow(), classNames.size()));
    }
  }

  /** A request in the usual encoding, with columns of the usual names. */
  public TableRequest(Content content, OptionalInt classes, Optional<String> group) {
    this(
        content,
        classes,
        group,
        Optional.empty(),
        TableColumns.FOUND,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** A request of this content, whose other values are found in the file unless they are given. */
  public static TableRequestBuilder builder(Content content) {
    return new TableRequestBuilder(
        new TableRequest(content, OptionalInt.empty(), Optional.empty()));
  }

  /** The same in another encoding; see {@link #encoding}. */
  public TableRequest withEncoding(Optional<Charset> charset) {
    return new TableRequestBuilder(this).encoding(charset).build();
  }

  /** The same with other columns and without groups; see {@link #columns}. */
  public TableRequest withColumns(TableColumns named) {
    return new TableRequestBuilder(this).columns(named).group(Optional.empty()).build();
  }

  /** The same with names of the classes; see {@link #classNames}. */
  public TableRequest withClassNames(List<String> names) {
    return new TableRequestBuilder(this).classNames(names).build();
  }

  /** What it says of columns. */
  ColumnRequest ofColumns() {
    return new ColumnRequest(columns, group, classNames, kind);
  }

  /** The number of classes, as a number or by their names. */
  OptionalInt expectedClasses() {
    return classNames.isEmpty() ? classes : OptionalInt.of(classNames.size());
  }
}
