package org.limbeck.table.scores;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limbeck.scores.TableInput;
import org.limbeck.scores.column.TableColumns;
import org.limbeck.scores.column.TableRows;
import org.limbeck.table.sandbox.SandboxLimits;
import org.limbeck.table.sandbox.TableSandbox;
import org.limbeck.table.scan.TableFiles;
import org.limbeck.table.scan.TableScan;

/**
 * A Parquet file as a table of scores, opened for each reading.
 *
 * @param wanted what is said of its columns
 */
record ParquetInput(Path file, TableColumns wanted) implements TableInput {
  @Override
  public <T> T read(Function<TableRows, T> reader) {
    TableFiles files = TableFiles.of("scores", List.of(file.toString()));
    try (var sandbox = new TableSandbox(files.files(), SandboxLimits.usual(), 0)) {
      TableScan scan = TableScan.parquet(sandbox, files);
      List<ScoreCell> cells = new ListColumns(sandbox, scan, file.toString()).cells(wanted);
      String selected = cells.stream().map(ScoreCell::sql).collect(Collectors.joining(", "));
      return sandbox.query(
          "SELECT %s FROM (%s)".formatted(selected, scan.select()),
          file.toString(),
          rows -> reader.apply(new ParquetRows(file.toString(), cells, rows)));
    }
  }
}
