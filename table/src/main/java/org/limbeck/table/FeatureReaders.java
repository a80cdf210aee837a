package org.limbeck.table;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.scan.TableOptions;
import org.limbeck.table.scan.TableQuery;
import org.limbeck.table.scan.TableScan;
import org.limbeck.table.scan.TypeKind;

/** Chooses the feature columns of a table, and how each is read. */
final class FeatureReaders {
  private final TableQuery query;
  private final TableOptions options;
  private final RowPlace place;
  private final List<String> problems = new ArrayList<>();

  FeatureReaders(TableQuery query, TableOptions options, RowPlace place) {
    this.query = query;
    this.options = options;
    this.place = place;
  }

  /**
   * The readers of the features, in the order of the table or of {@code data.features}.
   *
   * @throws LimbeckException naming all columns that cannot be features, each with advice
   */
  List<ColumnReader> readers() {
    List<FoundColumn> columns = query.columns();
    List<String> names = columns.stream().map(FoundColumn::name).toList();
    require("data.features", options.features().only(), names);
    require("data.ignore", options.features().ignore(), names);
    List<String> known = new ArrayList<>(names);
    known.addAll(query.untyped());
    require("data.text", options.features().text(), known);
    List<ColumnReader> readers = new ArrayList<>();
    for (FoundColumn column : chosen(columns, names)) {
      add(readers, column);
    }
    if (!problems.isEmpty()) {
      throw new LimbeckException("%s: %s".formatted(options.place(), String.join("\n", problems)));
    }
    if (readers.isEmpty()) {
      throw new LimbeckException(
          "%s: no feature column besides %s"
              .formatted(options.place(), options.roles().columns().values()));
    }
    requireFew(readers.stream().mapToInt(ColumnReader::width).sum());
    return readers;
  }

  private void requireFew(int values) {
    if (values > TableScan.MOST_COLUMNS) {
      throw new LimbeckException(
          "%s: %,d numbers in a row, at most %,d are read; name fewer columns in data.features"
              .formatted(options.place(), values, TableScan.MOST_COLUMNS));
    }
  }

  private List<FoundColumn> chosen(List<FoundColumn> columns, List<String> names) {
    List<String> only = options.features().only();
    List<FoundColumn> ordered =
        only.isEmpty()
            ? columns
            : only.stream().map(name -> columns.get(names.indexOf(name))).toList();
    return ordered.stream()
        .filter(column -> !options.roles().columns().containsValue(column.name()))
        .filter(column -> options.features().uses(column.name()))
        .toList();
  }

  private void require(String key, List<String> wanted, List<String> names) {
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw new LimbeckException(
            "%s: no column '%s'%s".formatted(key, name, DidYouMean.hint(name, names)));
      }
      if (!key.equals("data.text") && options.roles().columns().containsValue(name)) {
        throw new LimbeckException(
            "%s: '%s' is not a feature, as another key names it; leave it out"
                .formatted(key, name));
      }
    }
  }

  private void add(List<ColumnReader> readers, FoundColumn column) {
    boolean text = options.features().text().contains(column.name());
    switch (text ? TypeKind.TEXT : TypeKind.of(column.type())) {
      case NUMBER, FLAG -> readers.add(new NumberReader(column, place));
      case TEXT -> readers.add(new TextReader(column, place, text));
      case NUMBERS -> addVector(readers, column);
      case TIME ->
          problems.add(
              ("column '%s' has dates or times (%s), which are not features: name it in data.ignore,"
                      + " or make numbers of it, for example %s")
                  .formatted(
                      column.name(), column.type(), SqlAdvice.of(options).year(column.name())));
      case EMPTY ->
          problems.add(
              "column '%s' has no values; name it in data.ignore".formatted(column.name()));
      case OTHER ->
          problems.add(
              ("column '%s' is %s, which is not a feature: name it in data.ignore, or select numbers"
                      + " and texts from it with data.sql")
                  .formatted(column.name(), column.type()));
    }
  }

  private void addVector(List<ColumnReader> readers, FoundColumn column) {
    int length = query.listLength(column);
    if (length == 0) {
      problems.add(
          "column '%s' has no list with numbers in it; name it in data.ignore"
              .formatted(column.name()));
    } else if (length > TableScan.MOST_COLUMNS) {
      requireFew(length);
    } else {
      readers.add(new VectorReader(column, place, length));
    }
  }
}
