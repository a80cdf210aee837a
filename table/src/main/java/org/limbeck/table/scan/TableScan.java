package org.limbeck.table.scan;

import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.Sql;
import org.limbeck.table.sandbox.TableSandbox;

/**
 * The files of a part as a SELECT.
 *
 * @param columns of the files; for CSV with the types they are read with
 */
public record TableScan(String select, List<FoundColumn> columns) {
  /** Columns that a table has at most. */
  public static final int MOST_COLUMNS = 20_000;

  public TableScan {
    columns = List.copyOf(columns);
  }

  /**
   * Finds how files are read.
   *
   * @param first the scan of the training part, whose types CSV files of other parts take over
   */
  public static TableScan of(
      TableSandbox sandbox, TableFiles files, TableOptions options, Optional<TableScan> first) {
    return switch (files.kind()) {
      case CSV -> new CsvScan(sandbox, files, options).scan(first);
      case PARQUET -> parquet(sandbox, files);
      case JSON -> json(sandbox, files, options);
    };
  }

  /** Finds the columns of Parquet files, which have to be the same in all. */
  public static TableScan parquet(TableSandbox sandbox, TableFiles files) {
    String one = "SELECT * FROM read_parquet(%s, hive_partitioning=false)";
    List<FoundColumn> columns = List.of();
    for (var file : files.files()) {
      List<FoundColumn> found =
          sandbox.columns(one.formatted(Sql.texts(List.of(file))), file.toString());
      requireFew(file.toString(), found.size());
      if (!columns.isEmpty()) {
        SchemaCheck.requireSame(files.files().get(0), columns, file, found);
      }
      columns = columns.isEmpty() ? found : columns;
    }
    return new TableScan(one.formatted(Sql.texts(files.files())), columns);
  }

  private static TableScan json(TableSandbox sandbox, TableFiles files, TableOptions options) {
    String reader = "SELECT * FROM read_json(" + Sql.texts(files.files());
    String place = files.files().get(0).toString();
    List<FoundColumn> found =
        sandbox
            .columns(
                reader + ", sample_size=-1, union_by_name=true, convert_strings_to_integers=false)",
                place)
            .stream()
            .map(column -> ReadTypes.ofJson(column, options.roles()))
            .toList();
    requireFew(place, found.size());
    return new TableScan(reader + ", columns=" + CsvScan.struct(found) + ")", found);
  }

  static void requireFew(String file, int columns) {
    if (columns > MOST_COLUMNS) {
      throw new LimbeckException(
          "%s: %,d columns, at most %,d are read; keep those that matter, or store numbers that belong together as one list"
              .formatted(file, columns, MOST_COLUMNS));
    }
  }
}
