package org.limbeck.scores;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.limbeck.scores.column.ScoreKind;
import org.limbeck.scores.column.TableColumns;

/** Collects the values of a {@link TableRequest}. */
public final class TableRequestBuilder {
  private final TableRequest.Content content;
  private OptionalInt classes;
  private Optional<String> group;
  private Optional<Charset> encoding;
  private TableColumns columns;
  private List<String> classNames;
  private Optional<ScoreKind> kind;
  private Optional<Path> labels;

  TableRequestBuilder(TableRequest from) {
    content = from.content();
    classes = from.classes();
    group = from.group();
    encoding = from.encoding();
    columns = from.columns();
    classNames = from.classNames();
    kind = from.kind();
    labels = from.labels();
  }

  /** See {@link TableRequest#classes}. */
  public TableRequestBuilder classes(OptionalInt value) {
    classes = value;
    return this;
  }

  /** See {@link TableRequest#group}. */
  public TableRequestBuilder group(Optional<String> value) {
    group = value;
    return this;
  }

  /** See {@link TableRequest#encoding}. */
  public TableRequestBuilder encoding(Optional<Charset> value) {
    encoding = value;
    return this;
  }

  /** See {@link TableRequest#columns}. */
  public TableRequestBuilder columns(TableColumns value) {
    columns = value;
    return this;
  }

  /** See {@link TableRequest#classNames}. */
  public TableRequestBuilder classNames(List<String> value) {
    classNames = value;
    return this;
  }

  /** See {@link TableRequest#kind}. */
  public TableRequestBuilder kind(Optional<ScoreKind> value) {
    kind = value;
    return this;
  }

  /** See {@link TableRequest#labels}. */
  public TableRequestBuilder labels(Optional<Path> value) {
    labels = value;
    return this;
  }

  /** The request. */
  public TableRequest build() {
    return new TableRequest(content, classes, group, encoding, columns, classNames, kind, labels);
  }
}
