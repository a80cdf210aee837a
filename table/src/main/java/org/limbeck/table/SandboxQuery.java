package org.limbeck.table;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.sandbox.SandboxRows;
import org.limbeck.table.sandbox.Sql;
import org.limbeck.table.sandbox.TableSandbox;
import org.limbeck.table.scan.Cell;
import org.limbeck.table.scan.CellRow;
import org.limbeck.table.scan.TableOptions;
import org.limbeck.table.scan.TableQuery;

/** The rows of files that the sandbox knows as the view {@code data}; DuckDB forms the cells. */
final class SandboxQuery implements TableQuery {
  private final TableSandbox sandbox;
  private final TableOptions options;
  private final List<FoundColumn> columns;
  private final Map<String, String> types;
  private final List<FoundColumn> csv;

  /**
   * @param csv the columns of the files if they are CSV, else none
   */
  SandboxQuery(TableSandbox sandbox, TableOptions options, List<FoundColumn> csv) {
    this.sandbox = sandbox;
    this.options = options;
    this.csv = csv;
    columns = sandbox.columns(options.select(), options.place());
    types = columns.stream().collect(Collectors.toMap(FoundColumn::name, FoundColumn::type));
  }

  @Override
  public List<FoundColumn> columns() {
    return columns;
  }

  @Override
  public List<String> untyped() {
    return csv.stream().map(FoundColumn::name).toList();
  }

  @Override
  public int listLength(FoundColumn column) {
    var length = new AtomicInteger();
    sandbox.forEach(
        "SELECT len(%s) FROM (%s\n) WHERE %s IS NOT NULL LIMIT 1"
            .formatted(list(column.name()), options.select(), Sql.name(column.name())),
        options.place(),
        row -> length.set(row.getInt(1)));
    return length.get();
  }

  @Override
  public void forEach(List<Cell> cells, CellRow.Reader reader) {
    String selected = cells.stream().map(this::sql).collect(Collectors.joining(", "));
    sandbox.query(
        "SELECT %s FROM (%s\n)".formatted(selected, options.select()),
        options.place(),
        rows -> {
          var row = new Row(rows);
          while (rows.next()) {
            reader.read(row);
          }
          return row;
        });
  }

  private String sql(Cell cell) {
    String name = Sql.name(cell.column());
    return switch (cell.form()) {
      case NUMBER -> number(name, "DOUBLE");
      case SINGLE -> number(name, "FLOAT");
      case TEXT -> "CAST(" + name + " AS VARCHAR)";
      case LENGTH -> "coalesce(len(" + list(cell.column()) + "), -1)";
      case ELEMENT -> number(name + "[" + (cell.index() + 1) + "]", "DOUBLE");
    };
  }

  private static String number(String expression, String type) {
    return "coalesce(CAST(%s AS %s), CAST('NaN' AS %s))".formatted(expression, type, type);
  }

  /** A list of any length, as those of fixed length have no {@code len}. */
  private String list(String column) {
    String type = types.getOrDefault(column, "DOUBLE[]").replaceFirst("\\[\\d*\\]$", "[]");
    return "CAST(%s AS %s)".formatted(Sql.name(column), type);
  }

  /** The current row. */
  private record Row(SandboxRows rows) implements CellRow {
    @Override
    public double number(int at) {
      return rows.number(at);
    }

    @Override
    public float single(int at) {
      return rows.single(at);
    }

    @Override
    public @Nullable String text(int at) {
      return rows.text(at);
    }

    @Override
    public int length(int at) {
      return (int) rows.number(at);
    }
  }
}
