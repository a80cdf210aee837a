package org.limbeck.scores;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;

/** The rows of a CSV file of predictions or scores as they are read, checked one by one. */
final class ScoreRows {
  /** More are identifiers rather than groups. */
  private static final int MOST_GROUPS = 1000;

  private final CsvRows rows;
  private final ScoreColumns columns;
  private final OptionalInt classes;
  private final ScoreValues values;
  private final boolean hasPredictions;
  private final IntStream.Builder labels = IntStream.builder();
  private final IntStream.Builder predictions = IntStream.builder();
  private final Categories.Builder groups = new Categories.Builder();

  private ScoreRows(CsvRows rows, TableRequest request) {
    this.rows = rows;
    columns = ScoreColumns.of(rows, request);
    values = new ScoreValues(columns, request.content());
    classes = values.classes().isPresent() ? values.classes() : request.classes();
    // Predictions beside scores say nothing that is wanted where scores are.
    hasPredictions =
        columns.prediction() != ScoreColumns.NONE
            && request.content() == TableRequest.Content.PREDICTIONS;
  }

  static ScoreTable read(CsvRows rows, TableRequest request) {
    var read = new ScoreRows(rows, request);
    while (rows.next()) {
      read.add();
    }
    return read.table();
  }

  private void add() {
    labels.add(rows.classIndex(columns.label(), classes));
    if (hasPredictions) {
      predictions.add(rows.classIndex(columns.prediction(), classes));
    }
    values.add(rows);
    if (columns.group() != ScoreColumns.NONE) {
      addGroup();
    }
  }

  private void addGroup() {
    String group = rows.text(columns.group());
    if (group.isEmpty()) {
      throw rows.error(columns.group(), "empty; name a group, or leave the example out");
    }
    if (groups.add(group) > MOST_GROUPS) {
      throw rows.error(
          columns.group(),
          "more than %d groups; name a column with fewer values with --group"
              .formatted(MOST_GROUPS));
    }
  }

  private ScoreTable table() {
    int[] found = labels.build().toArray();
    if (found.length == 0) {
      throw rows.empty();
    }
    Scores scores = values.scores();
    int[] predicted = hasPredictions ? predictions.build().toArray() : values.predictions();
    int m = classes.orElseGet(() -> 1 + Math.max(largest(found), largest(predicted)));
    return new ScoreTable(
        rows.file(), m, found, predicted, scores, groupsOfAll(), Optional.empty());
  }

  private static int largest(int[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private Optional<Categories> groupsOfAll() {
    if (columns.group() == ScoreColumns.NONE) {
      return Optional.empty();
    }
    Categories found = groups.build();
    if (found.names().size() < 2) {
      throw new LimbeckException(
          "%s, column '%s': one value only, '%s'; leave --group out or name another column"
              .formatted(
                  rows.file(), rows.header().get(columns.group()), String.join("", found.names())));
    }
    return Optional.of(found);
  }
}
