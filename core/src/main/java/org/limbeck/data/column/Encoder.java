package org.limbeck.data.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the features of rows from their raw values; any thread may use it. */
public final class Encoder {
  private final Encoding encoding;
  private final Cells[] cells;
  private final int[] rawAt;
  private final int[] featureAt;
  private final int[] flagged;
  private final int features;

  private Encoder(Columns columns, List<ColumnFit.Fitted> fitted) {
    encoding =
        new Encoding(fitted.stream().map(ColumnFit.Fitted::column).toList(), columns.missing());
    cells = fitted.stream().map(ColumnFit.Fitted::cells).toArray(Cells[]::new);
    rawAt = starts(encoding.columns().stream().mapToInt(FittedColumn::rawWidth).toArray());
    featureAt = starts(encoding.columns().stream().mapToInt(FittedColumn::features).toArray());
    List<Integer> flags = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      if (encoding.columns().get(i).flagged()) {
        flags.add(i);
      }
    }
    flagged = flags.stream().mapToInt(Integer::intValue).toArray();
    features = encoding.features();
  }

  /** Where each part of a row begins, given the sizes of the parts. */
  private static int[] starts(int[] sizes) {
    var starts = new int[sizes.length];
    for (int i = 1; i < sizes.length; i++) {
      starts[i] = starts[i - 1] + sizes[i - 1];
    }
    return starts;
  }

  /**
   * Fits the columns on the rows of the training split.
   *
   * @throws org.limbeck.LimbeckException naming a column without a value, or with an infinite one
   */
  public static Encoder fit(Columns columns, RawRows train) {
    List<ColumnFit> fits =
        columns.columns().stream().map(c -> ColumnFit.of(c, columns.maxCategories())).toList();
    int[] at = starts(columns.columns().stream().mapToInt(Column::rawWidth).toArray());
    var raw = new float[columns.rawWidth()];
    for (int row = 0; row < train.rows(); row++) {
      train.read(row, raw);
      for (int i = 0; i < at.length; i++) {
        fits.get(i).add(raw, at[i]);
      }
    }
    boolean flag = columns.missing() == MissingValues.FLAG;
    return new Encoder(columns, fits.stream().map(fit -> fit.fitted(flag)).toList());
  }

  /** What was fitted. */
  public Encoding encoding() {
    return encoding;
  }

  /** The number of features. */
  public int features() {
    return features;
  }

  /**
   * Writes the features of one row.
   *
   * @param raw {@code [rawWidth]}
   * @param into where to
   * @param offset of the first feature in {@code into}
   */
  public void encode(float[] raw, float[] into, int offset) {
    for (int i = 0; i < cells.length; i++) {
      cells[i].write(raw, rawAt[i], into, offset + featureAt[i]);
    }
    int flag = offset + features - flagged.length;
    for (int column : flagged) {
      into[flag++] = cells[column].missing(raw, rawAt[column]) ? 1 : 0;
    }
  }

  /**
   * Counts, for each column that has any, the rows of a split with a missing value, a text that the
   * training split has not, and a text without a feature of its own.
   *
   * @param labels class of each row
   */
  public List<ColumnCounts> count(RawRows rows, int[] labels, int classes) {
    Map<Integer, int[][]> counts = new TreeMap<>();
    var raw = new float[encoding.rawWidth()];
    for (int row = 0; row < rows.rows(); row++) {
      rows.read(row, raw);
      for (int i = 0; i < cells.length; i++) {
        boolean missing = cells[i].missing(raw, rawAt[i]);
        if (missing || cells[i].other(raw, rawAt[i])) {
          int[][] own = counts.computeIfAbsent(i, column -> new int[3][classes]);
          own[0][labels[row]] += missing ? 1 : 0;
          own[1][labels[row]] += cells[i].unseen(raw, rawAt[i]) ? 1 : 0;
          own[2][labels[row]] += missing ? 0 : 1;
        }
      }
    }
    return counts.entrySet().stream()
        .map(entry -> counts(encoding.columns().get(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static ColumnCounts counts(FittedColumn column, int[][] own) {
    return new ColumnCounts(column.name(), boxed(own[0]), boxed(own[1]), boxed(own[2]));
  }

  private static List<Integer> boxed(int[] counts) {
    return Arrays.stream(counts).boxed().toList();
  }

  /** Whether the features of a row are its raw values, as long as none is missing. */
  public boolean keepsValues() {
    return flagged.length == 0 && Arrays.stream(cells).allMatch(NumberCells.class::isInstance);
  }
}
