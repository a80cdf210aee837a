package org.limbeck.data.column;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts by their number, one-hot.
 *
 * @param places for each number: the feature of that text; {@link #EMPTY} for an empty text, {@link
 *     #REST} for one without a feature of its own
 * @param seen for each number: whether the training split has that text
 * @param column as fitted
 */
@SuppressWarnings("ArrayRecordComponent") // read-only
record TextCells(int[] places, boolean[] seen, FittedColumn column) implements Cells {
  private static final int EMPTY = -1;
  private static final int REST = -2;

  static TextCells of(Column.Category category, boolean[] seen, FittedColumn column) {
    Map<String, Integer> features = new HashMap<>();
    for (String text : column.texts()) {
      features.put(text, features.size());
    }
    List<String> values = category.values();
    int[] places =
        values.stream()
            .mapToInt(text -> text.isEmpty() ? EMPTY : features.getOrDefault(text, REST))
            .toArray();
    return new TextCells(places, seen, column);
  }

  private int place(float raw) {
    return Float.isNaN(raw) ? EMPTY : places[(int) raw];
  }

  @Override
  public boolean missing(float[] raw, int at) {
    return place(raw[at]) == EMPTY;
  }

  @Override
  public boolean unseen(float[] raw, int at) {
    return !missing(raw, at) && !seen[(int) raw[at]];
  }

  @Override
  public boolean other(float[] raw, int at) {
    return place(raw[at]) == REST;
  }

  @Override
  public void write(float[] raw, int at, float[] features, int to) {
    Arrays.fill(features, to, to + column.features(), 0);
    int place = place(raw[at]);
    if (place >= 0) {
      features[to + place] = 1;
    } else if (place == REST && column.other()) {
      features[to + column.texts().size()] = 1;
    }
  }
}
