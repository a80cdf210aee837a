package org.limbeck.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;
import org.limbeck.data.column.ColumnCounts;
import org.limbeck.data.column.Encoding;
import org.limbeck.data.column.MissingValues;

/**
 * The values of all splits that have no feature of their own, in words.
 *
 * @param name of the data set
 * @param counts by split
 */
record UncommonValues(String name, Map<Split, List<ColumnCounts>> counts) {
  /** Columns that a message names; it counts the others. */
  private static final int NAMED = 20;

  /** Whether any value is missing. */
  boolean missing() {
    return !words(UncommonValues::missing).isEmpty();
  }

  private static int missing(ColumnCounts counts) {
    return ColumnCounts.total(counts.missing());
  }

  private static int unseen(ColumnCounts counts) {
    return ColumnCounts.total(counts.unseen());
  }

  private static int rare(ColumnCounts counts) {
    return ColumnCounts.total(counts.rare());
  }

  /** What people should know, a line each; none where every value has its feature. */
  List<String> notes(Encoding encoding) {
    List<String> notes = new ArrayList<>();
    note(notes, "rows with missing values: ", words(UncommonValues::missing), treatment(encoding));
    note(
        notes,
        "rows with texts that training has not: ",
        words(UncommonValues::unseen),
        "; they count as \"other\" where training has that feature, else as no text");
    note(
        notes,
        "rows with texts too rare for a feature of their own: ",
        words(UncommonValues::rare),
        "; they share the feature \"other\"");
    return notes;
  }

  private static void note(
      List<String> notes, String what, List<String> columns, String treatment) {
    if (!columns.isEmpty()) {
      notes.add(what + listed(columns) + treatment);
    }
  }

  private static String treatment(Encoding encoding) {
    String mean = "; the mean of training replaces a number, a text has no feature";
    return encoding.flagged().isEmpty()
        ? mean
        : mean + ", and a feature says what is missing where training lacks values";
  }

  /** Fails if values are missing where that is refused. */
  void requireAllowed(MissingValues policy) {
    List<String> columns = words(UncommonValues::missing);
    if (policy == MissingValues.REFUSE && !columns.isEmpty()) {
      throw new LimbeckException(
          "data '%s': values are missing: %s; set data.missing: mean or flag, or leave these columns out"
              .formatted(name, listed(columns)));
    }
  }

  /** The first of some texts, and how many more there are. */
  private static String listed(List<String> texts) {
    String first = texts.stream().limit(NAMED).collect(Collectors.joining("; "));
    return texts.size() <= NAMED
        ? first
        : first + "; and " + (texts.size() - NAMED) + " more columns";
  }

  /** For each column with any: {@code 'age' 12 in training, 3 in test}. */
  private List<String> words(ToIntFunction<ColumnCounts> count) {
    Map<String, List<String>> ofColumns = new LinkedHashMap<>();
    for (Split split : Split.values()) {
      for (ColumnCounts column : counts.getOrDefault(split, List.of())) {
        int rows = count.applyAsInt(column);
        if (rows > 0) {
          ofColumns
              .computeIfAbsent(column.column(), name -> new ArrayList<>())
              .add(String.format(Locale.ROOT, "%,d in %s", rows, place(split)));
        }
      }
    }
    return ofColumns.entrySet().stream()
        .map(entry -> "'" + entry.getKey() + "' " + String.join(", ", entry.getValue()))
        .toList();
  }

  private static String place(Split split) {
    return split == Split.TRAIN ? "training" : split.label();
  }
}
