package org.limbeck.table.scores;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.limbeck.scores.ScoreFile;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.TableFormat;
import org.limbeck.scores.TableInput;
import org.limbeck.scores.TableReader;
import org.limbeck.scores.TableRequest;

/**
 * Parquet files: columns as those of CSV files, or a list of scores in each row, such as {@code
 * probabilities FLOAT[77]}, whose columns are called {@code probabilities_0}, {@code
 * probabilities_1}, ....
 */
public final class ParquetFormat implements TableFormat {
  @Override
  public String name() {
    return "Parquet";
  }

  @Override
  public boolean reads(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".parquet") || name.endsWith(".pq");
  }

  @Override
  public ScoreTable read(Path file, TableRequest request) {
    return TableReader.read(new ParquetInput(file, request.columns()), request);
  }

  @Override
  public ScoreFile scores(Path file, TableRequest request) {
    return TableReader.scores(new ParquetInput(file, request.columns()), request);
  }

  @Override
  public Optional<TableInput> rows(Path file, TableRequest request) {
    return Optional.of(new ParquetInput(file, request.columns()));
  }
}
