package org.limbeck.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.data.OptionList;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.SandboxLimits;
import org.limbeck.table.sandbox.Sql;
import org.limbeck.table.sandbox.TableSandbox;
import org.limbeck.table.scan.CsvRejects;
import org.limbeck.table.scan.FileKind;
import org.limbeck.table.scan.TableFiles;
import org.limbeck.table.scan.TableOptions;
import org.limbeck.table.scan.TableScan;
import org.limbeck.table.scan.TypeKind;

/** Describes a table for {@link TableDescription}. */
final class TableDescriber {
  private final Map<String, String> given;
  private final TableOptions options;
  private final boolean hasLabel;
  private final TableFiles files;

  TableDescriber(Map<String, String> given) {
    this.given = given;
    options = TableOptions.of(given);
    hasLabel = given.containsKey("label");
    files = TableFiles.of("data.from", options.from());
  }

  TableDescription describe() {
    try (var sandbox = new TableSandbox(files.files(), SandboxLimits.usual(), 0)) {
      TableScan scan = TableScan.of(sandbox, files, options, Optional.empty());
      sandbox.define("data", scan.select(), "data.from");
      List<FoundColumn> columns = sandbox.columns(options.select(), options.place());
      requireColumns(columns);
      long rows = rows(sandbox);
      if (rows == 0) {
        throw new LimbeckException(
            String.join(", ", options.from()) + ": no rows; a table needs examples");
      }
      List<ColumnDescription> described = described(sandbox, columns);
      if (files.kind() == FileKind.CSV) {
        CsvRejects.require(sandbox);
      }
      List<TableDescription.ClassCount> classes = hasLabel ? classes(sandbox) : List.of();
      return new TableDescription(
          TableSource.name(options),
          rows,
          described,
          classes,
          notes(described, classes),
          keys(described));
    }
  }

  private void requireColumns(List<FoundColumn> columns) {
    List<String> names = columns.stream().map(FoundColumn::name).toList();
    roles()
        .forEach(
            (key, name) -> {
              if (!names.contains(name)) {
                throw new LimbeckException(
                    "data.%s: no column '%s'%s".formatted(key, name, DidYouMean.hint(name, names)));
              }
            });
  }

  private Map<String, String> roles() {
    Map<String, String> roles = new LinkedHashMap<>(options.roles().columns());
    if (!hasLabel) {
      roles.remove("label");
    }
    return roles;
  }

  private long rows(TableSandbox sandbox) {
    List<Long> rows = new ArrayList<>();
    sandbox.forEach(
        "SELECT count(*) FROM (" + options.select() + "\n)",
        options.place(),
        row -> rows.add(row.getLong(1)));
    return rows.get(0);
  }

  private List<ColumnDescription> described(TableSandbox sandbox, List<FoundColumn> columns) {
    List<String> selected = new ArrayList<>(List.of("count(*)"));
    List<ColumnStatistics> statistics = columns.stream().map(ColumnStatistics::new).toList();
    statistics.forEach(one -> selected.addAll(one.selected()));
    List<ColumnDescription> described = new ArrayList<>();
    sandbox.forEach(
        "SELECT %s FROM (%s\n)".formatted(String.join(", ", selected), options.select()),
        options.place(),
        row -> {
          for (int i = 0; i < columns.size(); i++) {
            Optional<String> role = role(columns.get(i).name());
            described.add(statistics.get(i).read(row, 2 + 4 * i, role, row.getLong(1)));
          }
        });
    return described;
  }

  private Optional<String> role(String column) {
    if (options.features().ignore().contains(column)) {
      return Optional.of("ignore");
    }
    return roles().entrySet().stream()
        .filter(role -> role.getValue().equals(column))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private List<TableDescription.ClassCount> classes(TableSandbox sandbox) {
    List<TableDescription.ClassCount> classes = new ArrayList<>();
    sandbox.forEach(
        ("SELECT CAST(%1$s AS VARCHAR) AS name, count(*) AS rows FROM (%2$s\n) WHERE"
                + " CAST(%1$s AS VARCHAR) <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %3$d")
            .formatted(
                Sql.name(options.roles().label()), options.select(), LabelRules.MOST_CLASSES + 1),
        "data.label",
        row -> classes.add(new TableDescription.ClassCount(row.getString(1), row.getLong(2))));
    return classes;
  }

  private List<String> notes(
      List<ColumnDescription> columns, List<TableDescription.ClassCount> classes) {
    List<String> notes = new ArrayList<>();
    for (ColumnDescription column : columns) {
      if (!column.note().isEmpty()) {
        notes.add("column '%s': %s".formatted(column.name(), column.note()));
      }
      if (column.use().equals("label")) {
        addOfLabel(notes, column, classes);
      }
    }
    if (columns.stream().anyMatch(TableDescriber::lacksFeatures)) {
      notes.add(
          "values of features are missing; missing: mean replaces them, flag adds a feature that says so, and without either they are refused");
    }
    return notes;
  }

  private static boolean lacksFeatures(ColumnDescription column) {
    return column.use().equals("feature") && column.missing() > 0;
  }

  private static void addOfLabel(
      List<String> notes, ColumnDescription label, List<TableDescription.ClassCount> classes) {
    long labelled = classes.stream().mapToLong(TableDescription.ClassCount::rows).sum();
    if (TypeKind.isFraction(label.type())) {
      notes.add(
          "label '%s' has numbers with fractions (%s); classes are texts or whole numbers: cast it with sql"
              .formatted(label.name(), label.type()));
    }
    if (label.missing() > 0) {
      notes.add(
          "label '%s' is missing in %,d rows; leave them out with where"
              .formatted(label.name(), label.missing()));
    }
    if (LabelRules.isTooMany(classes.size(), labelled)) {
      notes.add(
          "label '%s' %s".formatted(label.name(), LabelRules.tooMany(classes.size(), labelled)));
    }
    if (classes.size() == 1) {
      notes.add("label '%s' is the same in all rows".formatted(label.name()));
    }
  }

  private Map<String, String> keys(List<ColumnDescription> columns) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("source", "table");
    keys.putAll(given);
    List<String> ignored = new ArrayList<>(options.features().ignore());
    for (ColumnDescription column : columns) {
      if (column.isOdd()) {
        boolean id = column.looksLikeId() && column.missing() == 0;
        if (!id || keys.putIfAbsent("id", column.name()) != null) {
          ignored.add(column.name());
        }
      }
    }
    if (!ignored.isEmpty() && options.features().only().isEmpty()) {
      keys.put("ignore", OptionList.of(ignored));
    }
    if (columns.stream().anyMatch(TableDescriber::lacksFeatures)) {
      keys.putIfAbsent("missing", "flag");
    }
    return keys;
  }
}
