package org.limbeck.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.SourceData;
import org.limbeck.data.image.cache.CacheFolder;
import org.limbeck.table.scan.TableFiles;
import org.limbeck.table.scan.TableOptions;

/**
 * A table from CSV, TSV, Parquet or JSON lines, or a SELECT over them: {@code data: {source: table,
 * from: 'events/*.parquet', label: kind}}; docs/tables.md describes the keys.
 */
public final class TableSource implements DatasetSource {
  @Override
  public String name() {
    return "table";
  }

  @Override
  public String description() {
    return "a table in CSV, TSV, Parquet or JSON lines: from: FILES, label: COLUMN, and what"
        + " docs/tables.md describes";
  }

  @Override
  public List<String> options() {
    return TableOptions.ALL;
  }

  @Override
  public List<String> lists() {
    return TableOptions.LISTS;
  }

  @Override
  public List<String> files() {
    return TableOptions.FILES;
  }

  @Override
  public SourceData load(Map<String, String> options) {
    TableOptions parsed = TableOptions.of(options);
    TableContent content = new TableCache(CacheFolder.path()).load(parsed, options);
    return new TableData(parsed, content).data(name(parsed));
  }

  /** The name of a file or pattern without its end, or of a table of a database. */
  static String name(TableOptions options) {
    return options.database().isPresent()
        ? options.table().orElse("table")
        : name(options.from().get(0));
  }

  private static String name(String from) {
    String file = Path.of(from).getFileName().toString();
    String plain = file.replaceFirst("\\.(gz|zst)$", "").replaceFirst("\\.\\w+$", "");
    return TableFiles.isPattern(plain) || plain.isEmpty() ? "table" : plain;
  }
}
