package org.limbeck.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.data.column.ColumnCounts;
import org.limbeck.data.column.Encoding;

/**
 * How the columns of a table became features, and the values that have no feature of their own.
 *
 * @param encoding fitted on the training split
 * @param train columns of the training split with such values
 * @param validation the same of the validation split
 * @param test the same of the test split
 */
public record FeatureSummary(
    Encoding encoding,
    List<ColumnCounts> train,
    List<ColumnCounts> validation,
    List<ColumnCounts> test) {
  public FeatureSummary {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /** The summary of a data set; empty where it has no columns to encode. */
  static Optional<FeatureSummary> of(Dataset data) {
    return data.encoding()
        .map(
            encoding ->
                new FeatureSummary(
                    encoding,
                    data.columnCounts(Split.TRAIN),
                    data.columnCounts(Split.VALIDATION),
                    data.columnCounts(Split.TEST)));
  }

  /** The number of columns. */
  public int columns() {
    return encoding.columns().size();
  }

  /** The number of features. */
  public int features() {
    return encoding.features();
  }

  /**
   * Rows of one column that share a fate.
   *
   * @param column its name
   * @param what is said of the value
   * @param train rows of the training split by class
   * @param validation rows of the validation split by class
   * @param test rows of the test split by class
   */
  public record Uncommon(
      String column,
      String what,
      List<Integer> train,
      List<Integer> validation,
      List<Integer> test) {}

  /** The values without a feature of their own, by column and kind. */
  public List<Uncommon> uncommon() {
    Set<String> names = new LinkedHashSet<>();
    encoding.columns().forEach(column -> names.add(column.name()));
    Map<Split, Map<String, ColumnCounts>> found = new EnumMap<>(Split.class);
    found.put(Split.TRAIN, byName(train));
    found.put(Split.VALIDATION, byName(validation));
    found.put(Split.TEST, byName(test));
    List<Uncommon> all = new ArrayList<>();
    for (String name : names) {
      add(all, name, "missing", found, ColumnCounts::missing);
      add(all, name, "text that training has not", found, ColumnCounts::unseen);
      add(all, name, "text too rare for a feature", found, ColumnCounts::rare);
    }
    return all;
  }

  private static Map<String, ColumnCounts> byName(List<ColumnCounts> counts) {
    Map<String, ColumnCounts> byName = new LinkedHashMap<>();
    counts.forEach(column -> byName.put(column.column(), column));
    return byName;
  }

  private static void add(
      List<Uncommon> all,
      String name,
      String what,
      Map<Split, Map<String, ColumnCounts>> found,
      Function<ColumnCounts, List<Integer>> part) {
    List<List<Integer>> rows = new ArrayList<>();
    int classes = 0;
    for (Map<String, ColumnCounts> split : found.values()) {
      List<Integer> own = Optional.ofNullable(split.get(name)).map(part).orElse(List.of());
      classes = Math.max(classes, own.size());
      rows.add(own);
    }
    if (rows.stream().mapToInt(ColumnCounts::total).sum() > 0) {
      List<Integer> none = Collections.nCopies(classes, 0);
      rows.replaceAll(own -> own.isEmpty() ? none : own);
      all.add(new Uncommon(name, what, rows.get(0), rows.get(1), rows.get(2)));
    }
  }
}
