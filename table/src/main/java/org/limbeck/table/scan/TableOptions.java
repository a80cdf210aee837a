package org.limbeck.table.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.DatabaseUrl;
import org.limbeck.data.OptionList;

/**
 * What the source {@code table} is told to read.
 *
 * @param from files with the examples
 * @param validation files with the validation part; empty where there are none
 * @param test files with the test part; empty where there are none
 * @param where a condition on rows
 * @param sql a SELECT over the files, which it calls {@code data}, or of the database
 * @param table the table of the database
 */
public record TableOptions(
    List<String> from,
    List<String> validation,
    List<String> test,
    Optional<String> where,
    Optional<String> sql,
    Optional<String> table,
    RoleOptions roles,
    FeatureOptions features,
    CsvOptions csv) {
  /** The options that may be lists. */
  public static final List<String> LISTS =
      List.of("from", "validation", "test", "features", "ignore", "text", "classes", "nulls");

  public static final List<String> FILES = List.of("from", "validation", "test");

  /** All options, in the order of the documentation. */
  public static final List<String> ALL =
      List.of(
          "from",
          "validation",
          "test",
          "where",
          "sql",
          "table",
          "label",
          "classes",
          "split",
          "id",
          "group",
          "weight",
          "features",
          "ignore",
          "text",
          "missing",
          "categories",
          "separator",
          "quote",
          "decimal",
          "header",
          "encoding",
          "nulls");

  public TableOptions {
    if (where.isPresent() && sql.isPresent()) {
      throw new LimbeckException(
          "data.where: given together with data.sql; put the condition into the SELECT");
    }
    DatabaseOptions.check(from, table, sql);
    if (roles.split().isPresent() && (!validation.isEmpty() || !test.isEmpty())) {
      throw new LimbeckException(
          "data.split: given together with files for validation or test; use one of the two");
    }
  }

  public static TableOptions of(Map<String, String> options) {
    if (list(options, "from").isEmpty()) {
      throw new LimbeckException(
          "data.from: missing; name the file with the examples, for example from: table.parquet");
    }
    if (list(options, "from").stream().anyMatch(DatabaseUrl::is)) {
      DatabaseOptions.requireNoneOfFiles(options.keySet());
    }
    return new TableOptions(
        list(options, "from"),
        list(options, "validation"),
        list(options, "test"),
        Optional.ofNullable(options.get("where")),
        Optional.ofNullable(options.get("sql")),
        Optional.ofNullable(options.get("table")),
        RoleOptions.of(options),
        FeatureOptions.of(options),
        CsvOptions.of(options));
  }

  static List<String> list(Map<String, String> options, String key) {
    return Optional.ofNullable(options.get(key)).map(OptionList::values).orElse(List.of());
  }

  /** The URL of the database that is read instead of files. */
  public Optional<String> database() {
    return from.stream().filter(DatabaseUrl::is).findFirst();
  }

  /**
   * The SELECT whose rows are the examples: over the view {@code data}, or of the database; without
   * the semicolon at its end, so that it can stand within another.
   */
  public String select() {
    return sql.map(text -> text.strip().replaceFirst("[;\\s]+$", ""))
        .orElseGet(
            () ->
                "SELECT * FROM "
                    + table.orElse("data")
                    + where.map(text -> " WHERE (\n" + text + "\n)").orElse(""));
  }

  /** What messages about {@link #select} blame. */
  public String place() {
    return sql.isPresent() ? "data.sql" : where.isPresent() ? "data.where" : "data.from";
  }
}
