package org.limbeck.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.limbeck.data.column.ColumnCounts;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.Encoder;
import org.limbeck.data.column.RawRows;

/** Encodes the raw values of a table's splits, fitted on the training split. */
final class SplitEncoder {
  private final Encoder encoder;
  private final boolean plain;
  private final UncommonValues uncommon;
  private final Map<Split, List<ColumnCounts>> counts = new EnumMap<>(Split.class);

  /**
   * Fits the columns.
   *
   * @param name of the data set, for messages
   * @param raw the splits
   * @throws org.limbeck.LimbeckException if values are missing and the policy refuses that
   */
  SplitEncoder(String name, Columns columns, Map<Split, Examples> raw, int classes) {
    encoder = Encoder.fit(columns, rows(Objects.requireNonNull(raw.get(Split.TRAIN))));
    raw.forEach(
        (split, examples) ->
            counts.put(split, encoder.count(rows(examples), examples.labels(), classes)));
    uncommon = new UncommonValues(name, counts);
    uncommon.requireAllowed(columns.missing());
    plain = encoder.keepsValues() && !uncommon.missing();
  }

  private static RawRows rows(Examples examples) {
    return new RawRows() {
      @Override
      public int rows() {
        return examples.size();
      }

      @Override
      public void read(int row, float[] into) {
        examples.values().read(row, into, 0);
      }
    };
  }

  Encoder encoder() {
    return encoder;
  }

  /** Rows without a value, or with a text without a feature of its own, by column. */
  List<ColumnCounts> counts(Split split) {
    return counts.getOrDefault(split, List.of());
  }

  /** What people should know about the values, a line each. */
  List<String> notes() {
    return uncommon.notes(encoder.encoding());
  }

  /** The features of a split; its raw values where those are the same. */
  Examples encoded(Examples raw) {
    return plain ? raw : raw.withFeatures(new EncodedValues(raw.values(), encoder));
  }
}
