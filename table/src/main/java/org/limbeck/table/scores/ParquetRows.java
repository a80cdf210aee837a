package org.limbeck.table.scores;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.scores.column.TableRows;
import org.limbeck.table.sandbox.SandboxRows;

/** The rows of a Parquet file with scores, which count from 1. */
final class ParquetRows implements TableRows {
  private final String file;
  private final List<ScoreCell> selected;
  private final SandboxRows rows;
  private final List<ScoreCell> columns = new ArrayList<>();
  private final List<String> header = new ArrayList<>();
  private final int[] at;
  private final int[] lengths;
  private long row;

  ParquetRows(String file, List<ScoreCell> selected, SandboxRows rows) {
    this.file = file;
    this.selected = selected;
    this.rows = rows;
    List<Integer> places = new ArrayList<>();
    List<Integer> lists = new ArrayList<>();
    for (int i = 0; i < selected.size(); i++) {
      ScoreCell cell = selected.get(i);
      if (cell.kind() == ScoreCell.Kind.LENGTH) {
        lists.add(i + 1);
      } else {
        places.add(i + 1);
        columns.add(cell);
        header.add(cell.name());
      }
    }
    at = places.stream().mapToInt(place -> place).toArray();
    lengths = lists.stream().mapToInt(place -> place).toArray();
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next() {
    if (!rows.next()) {
      return false;
    }
    row++;
    for (int place : lengths) {
      requireLength(selected.get(place - 1), (int) rows.number(place));
    }
    return true;
  }

  private void requireLength(ScoreCell list, int found) {
    if (found != list.length()) {
      throw new LimbeckException(
          "%s, column '%s': %s, the first has %d; give a score for each class, or leave the row out"
              .formatted(
                  place(),
                  list.name(),
                  found < 0 ? "no list" : "a list of %d numbers".formatted(found),
                  list.length()));
    }
  }

  @Override
  public String text(int column) {
    String text = rows.text(at[column]);
    return text == null ? "" : text.strip();
  }

  @Override
  public double decimal(int column) {
    ScoreCell cell = columns.get(column);
    if (cell.kind() != ScoreCell.Kind.NUMBER) {
      throw error(
          column,
          "expected a number, found '%s'; store scores as numbers, or leave the column out with --ignore"
              .formatted(text(column)));
    }
    double value = rows.number(at[column]);
    if (rows.wasNull()) {
      throw error(column, "no value (null); give a score, or leave the row out");
    }
    return value;
  }

  @Override
  public String place() {
    return row == 0 ? file : "%s, row %,d".formatted(file, row);
  }

  @Override
  public LimbeckException empty() {
    return new LimbeckException(file + ": no rows; give one for each example");
  }
}
