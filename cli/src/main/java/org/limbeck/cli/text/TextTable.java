package org.limbeck.cli.text;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: the first columns flush left, the others flush right. */
public final class TextTable {
  private static final String GAP = "  ";

  private final int left;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with a header, {@code left} of whose columns are words. */
  public TextTable(List<String> header, int left) {
    this.left = left;
    rows.add(List.copyOf(header));
  }

  public void add(List<String> cells) {
    if (cells.size() != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "expected %d cells, found %d".formatted(rows.get(0).size(), cells.size()));
    }
    rows.add(List.copyOf(cells));
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(column == 0 ? "" : GAP).append(padded(row.get(column), column));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  private String padded(String cell, int column) {
    int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    String space = " ".repeat(width - cell.length());
    boolean last = column == rows.get(0).size() - 1;
    return column < left || last ? cell + space : space + cell;
  }
}
