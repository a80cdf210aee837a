package org.limbeck.scores;

import java.nio.file.Path;

/**
 * CSV files with a header and the columns {@code label,prediction}, {@code label,p0,...,p{m-1}}
 * (probabilities) or {@code label,z0,...,z{m-1}} (logits) in any order; {@code prediction} may
 * stand beside scores.
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
    String needed =
        switch (request.content()) {
          case PREDICTIONS -> "a header label,prediction or label,p0,p1,... and examples";
          case SCORES -> "a header label,z0,z1,... or label,p0,p1,... and examples";
        };
    return CsvFile.read(file, request.encoding(), needed, rows -> ScoreRows.read(rows, request));
  }
}
