package org.limbeck.data.csv;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.base.GrowingFloats;
import org.limbeck.data.Examples;
import org.limbeck.data.RowDetails;
import org.limbeck.scores.Categories;
import org.limbeck.scores.CsvFile;
import org.limbeck.scores.CsvRows;

/**
 * Numeric features with a label, and perhaps a group, for each example.
 *
 * @param file named in errors
 * @param features the names of the feature columns, in order
 * @param values row-major {@code [examples, features]}, finite
 * @param labels of the examples
 * @param groups of the examples; empty where no column of groups is named
 * @param ids of the examples, all different; empty where no column of ids is named
 */
@SuppressWarnings("ArrayRecordComponent") // large, read-only
record FeatureTable(
    String file,
    List<String> features,
    float[] values,
    Categories labels,
    Categories groups,
    List<String> ids) {
  private static final String NEEDED = "a header line with the names of the columns";

  /**
   * Reads a CSV file, plain or {@code .gz}, with the group and the id of each row where their
   * columns are named.
   */
  static FeatureTable read(
      Path file, Optional<Charset> encoding, String label, Optional<String> group) {
    return read(file, encoding, label, group, List.of(), Optional.empty());
  }

  /** The same without the columns in {@code leftOut}, and with the ids of a column. */
  static FeatureTable read(
      Path file,
      Optional<Charset> encoding,
      String label,
      Optional<String> group,
      List<String> leftOut,
      Optional<String> id) {
    return CsvFile.read(
        file, encoding, NEEDED, rows -> new Reader(rows, label, group, leftOut, id).table());
  }

  /** Reads streams of CSV without groups and ids; {@code name} is named in errors. */
  static FeatureTable read(CsvFile.Opener opener, String name, String label) {
    return CsvFile.read(
        opener,
        name,
        NEEDED,
        rows -> new Reader(rows, label, Optional.empty(), List.of(), Optional.empty()).table());
  }

  /** The distinct labels: by value where all are integers, else alphabetically. */
  List<String> classNames() {
    return sorted(labels.names());
  }

  /** The distinct groups, in the same order; empty where no column of groups is named. */
  List<String> groupNames() {
    return sorted(groups.names());
  }

  private static List<String> sorted(List<String> distinct) {
    boolean integers = distinct.stream().allMatch(name -> name.matches("-?\\d{1,9}"));
    Comparator<String> order =
        integers ? Comparator.comparingInt(Integer::parseInt) : Comparator.naturalOrder();
    return distinct.stream().sorted(order).toList();
  }

  /** The rows as examples of the given shape and classes. */
  Examples examples(int[] shape, List<String> classNames, List<String> groupNames) {
    int[] encoded = encoded(labels, classNames, "class", "classes");
    return Examples.of(shape, values, encoded)
        .withGroups(encoded(groups, groupNames, "group", "groups"))
        .withDetails(new RowDetails(ids.toArray(String[]::new), new float[0]));
  }

  private int[] encoded(Categories found, List<String> names, String one, String many) {
    int[] numbers = found.names().stream().mapToInt(names::indexOf).toArray();
    int[] of = found.of();
    for (int i = 0; i < of.length; i++) {
      if (numbers[of[i]] < 0) {
        throw new LimbeckException(
            "%s, row %d: %s '%s' is not among the %s of the training part %s"
                .formatted(file, i + 1, one, found.names().get(of[i]), many, names));
      }
    }
    return IntStream.of(of).map(number -> numbers[number]).toArray();
  }

  /** The columns of a CSV file, and its rows as they are read. */
  private static final class Reader {
    /** Rows x features that are read at most: 2 GB of float32. */
    private static final int MAX_VALUES = 500_000_000;

    private static final int NONE = -1;

    private final CsvRows rows;
    private final int labelColumn;
    private final int groupColumn;
    private final int idColumn;
    private final int[] featureColumns;
    private final GrowingFloats values = new GrowingFloats();
    private final Categories.Builder labels = new Categories.Builder();
    private final Categories.Builder groups = new Categories.Builder();
    private final List<String> ids = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Reader(
        CsvRows rows,
        String label,
        Optional<String> group,
        List<String> leftOut,
        Optional<String> id) {
      this.rows = rows;
      labelColumn = column(label, "label", "class");
      groupColumn = group.map(name -> column(name, "group", "group")).orElse(NONE);
      if (groupColumn == labelColumn) {
        throw new LimbeckException(
            "data.group: '%s' is the label too; by: class needs no group column".formatted(label));
      }
      idColumn = id.map(name -> column(name, "id", "id")).orElse(NONE);
      if (idColumn != NONE && (idColumn == labelColumn || idColumn == groupColumn)) {
        throw new LimbeckException(
            "data.id: '%s' is the label or the group too; ids differ from row to row"
                .formatted(rows.header().get(idColumn)));
      }
      leftOut.forEach(this::requireColumn);
      featureColumns =
          IntStream.range(0, rows.header().size())
              .filter(c -> c != labelColumn && c != groupColumn && c != idColumn)
              .filter(c -> !leftOut.contains(rows.header().get(c)))
              .toArray();
      if (featureColumns.length == 0) {
        throw new LimbeckException(rows.file() + ": no feature column besides '" + label + "'");
      }
    }

    private void requireColumn(String name) {
      if (!rows.header().contains(name)) {
        throw new LimbeckException(
            "%s: no column '%s' to leave out%s"
                .formatted(rows.file(), name, DidYouMean.hint(name, rows.header())));
      }
    }

    private int column(String name, String key, String what) {
      int column = rows.header().indexOf(name);
      if (column < 0) {
        throw new LimbeckException(
            "%s: no column '%s'; the header has %s (set data.%s to the column with the %s)"
                .formatted(rows.file(), name, rows.header(), key, what));
      }
      return column;
    }

    FeatureTable table() {
      while (rows.next()) {
        add();
      }
      Categories found = labels.build();
      if (found.of().length == 0) {
        throw rows.empty();
      }
      List<String> features = new ArrayList<>();
      for (int column : featureColumns) {
        features.add(rows.header().get(column));
      }
      return new FeatureTable(rows.file(), features, values.toArray(), found, groups.build(), ids);
    }

    private void add() {
      if (!values.hasRoom(featureColumns.length, MAX_VALUES)) {
        throw rows.error("more than %,d values; use a smaller extract".formatted(MAX_VALUES));
      }
      labels.add(rows.text(labelColumn));
      if (groupColumn != NONE) {
        groups.add(rows.text(groupColumn));
      }
      if (idColumn != NONE) {
        addId();
      }
      for (int column : featureColumns) {
        values.add(rows.finite(column, "number"));
      }
    }

    private void addId() {
      String id = rows.text(idColumn);
      if (id.isEmpty() || !known.add(id)) {
        throw rows.error(
            idColumn,
            id.isEmpty()
                ? "empty; give every row an id"
                : "id '%s' is there twice; give every row an id of its own".formatted(id));
      }
      ids.add(id);
    }
  }
}
