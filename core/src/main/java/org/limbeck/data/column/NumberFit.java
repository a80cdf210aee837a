package org.limbeck.data.column;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;

/** The means of the values of a column that are there. */
final class NumberFit implements ColumnFit {
  private final Column column;
  private final double[] sums;
  private final int[] counts;
  private boolean missing;

  NumberFit(Column column) {
    this.column = column;
    sums = new double[column.rawWidth()];
    counts = new int[column.rawWidth()];
  }

  @Override
  public void add(float[] raw, int at) {
    for (int i = 0; i < sums.length; i++) {
      float value = raw[at + i];
      if (Float.isNaN(value)) {
        missing = true;
      } else if (Float.isInfinite(value)) {
        throw new LimbeckException(
            "column '%s': a value is %s; replace it in the data, or leave the column out"
                .formatted(column.name(), value));
      } else {
        sums[i] += value;
        counts[i]++;
      }
    }
  }

  @Override
  public Fitted fitted(boolean flag) {
    List<Float> means = new ArrayList<>();
    var values = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      if (counts[i] == 0) {
        throw ColumnFit.empty(column);
      }
      values[i] = (float) (sums[i] / counts[i]);
      means.add(values[i]);
    }
    return new Fitted(
        new FittedColumn(column.kind(), column.name(), means, List.of(), false, flag && missing),
        new NumberCells(values));
  }
}
