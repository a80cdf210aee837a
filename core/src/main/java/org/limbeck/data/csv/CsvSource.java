package org.limbeck.data.csv;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.SourceData;

/**
 * A table of numbers with one label column, from CSV files (plain or {@code .gz}).
 *
 * <p>{@code train} names the file with the examples, {@code test} the official test part (left out:
 * a share of train is held out), {@code label} the column with the class (default {@code class}),
 * {@code group} a column with subgroups, {@code id} a column with a name for each row, both then no
 * features, {@code encoding} the charset of both files (default UTF-8, or what a byte order mark
 * says).
 */
public final class CsvSource implements DatasetSource {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String description() {
    return "your own table: train: FILE.csv[.gz], test: FILE, group: COLUMN and id: COLUMN (optional), label: COLUMN, encoding: CHARSET";
  }

  @Override
  public List<String> options() {
    return List.of("train", "test", "label", "group", "id", "encoding");
  }

  /**
   * All rows of one file, for models that are trained already.
   *
   * @param leftOut columns that are not features
   */
  public static SourceData rows(
      Path file,
      Optional<Charset> encoding,
      String label,
      Optional<String> group,
      List<String> leftOut) {
    return new CsvParts(
            file.toString(), Optional.empty(), encoding, label, group, leftOut, Optional.empty())
        .load();
  }

  @Override
  public SourceData load(Map<String, String> options) {
    return CsvParts.of(options).load();
  }
}
