package org.limbeck.scores;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.limbeck.scores.column.TableRows;

/**
 * CSV files with a header, plain or {@code .gz}. {@link TableReader} says which columns they have.
 */
public final class CsvFormat implements TableFormat {
  @Override
  public String name() {
    return "CSV";
  }

  @Override
  public boolean reads(Path file) {
    return file.toString().endsWith(".csv") || file.toString().endsWith(".csv.gz");
  }

  @Override
  public ScoreTable read(Path file, TableRequest request) {
    return read(NamedFile.of(file), request);
  }

  @Override
  public ScoreFile scores(Path file, TableRequest request) {
    return TableReader.scores(input(NamedFile.of(file), request, "a header and scores"), request);
  }

  @Override
  public Optional<TableInput> rows(Path file, TableRequest request) {
    return Optional.of(input(NamedFile.of(file), request, "a header and labels"));
  }

  static ScoreTable read(NamedFile file, TableRequest request) {
    String needed =
        switch (request.content()) {
          case PREDICTIONS -> "a header label,prediction or label,p0,p1,... and examples";
          case SCORES -> "a header label,z0,z1,... or label,p0,p1,... and examples";
        };
    return TableReader.read(input(file, request, needed), request);
  }

  /** The table of a file, whose first column may have no name. */
  static TableInput input(NamedFile file, TableRequest request, String needed) {
    var csv =
        new CsvInput(
            file.shown(), CsvFile.opener(file.file(), file.packed()), request.encoding(), true);
    return new TableInput() {
      @Override
      public <T> T read(Function<TableRows, T> reader) {
        return CsvFile.read(csv, needed, reader::apply);
      }
    };
  }
}
