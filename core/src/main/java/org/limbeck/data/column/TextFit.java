package org.limbeck.data.column;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The most frequent texts of a column. */
final class TextFit implements ColumnFit {
  private final Column.Category column;
  private final int limit;
  private final int[] counts;
  private boolean missing;

  /**
   * A fit.
   *
   * @param limit the most texts that have a feature
   */
  TextFit(Column.Category column, int limit) {
    this.column = column;
    this.limit = limit;
    counts = new int[column.values().size()];
  }

  @Override
  public void add(float[] raw, int at) {
    float value = raw[at];
    if (Float.isNaN(value)) {
      missing = true;
      return;
    }
    if (value != (int) value || value < 0 || value >= counts.length) {
      throw new IllegalArgumentException(
          "column '%s': expected the number of a text in [0, %d), found %s"
              .formatted(column.name(), counts.length, value));
    }
    counts[(int) value]++;
    missing |= column.values().get((int) value).isEmpty();
  }

  @Override
  public Fitted fitted(boolean flag) {
    List<String> values = column.values();
    List<String> known =
        IntStream.range(0, counts.length)
            .filter(i -> counts[i] > 0 && !values.get(i).isEmpty())
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(i -> -counts[i]).thenComparing(values::get))
            .map(values::get)
            .toList();
    if (known.isEmpty()) {
      throw ColumnFit.empty(column);
    }
    List<String> texts = known.subList(0, Math.min(limit, known.size()));
    var fitted =
        new FittedColumn(
            column.kind(), column.name(), List.of(), texts, known.size() > limit, flag && missing);
    var seen = new boolean[counts.length];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = counts[i] > 0;
    }
    return new Fitted(fitted, TextCells.of(column, seen, fitted));
  }
}
