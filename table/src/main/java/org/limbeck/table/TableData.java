package org.limbeck.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.data.Examples;
import org.limbeck.data.SharedRows;
import org.limbeck.data.SourceData;
import org.limbeck.data.column.Column;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.MissingValues;
import org.limbeck.scores.Categories;
import org.limbeck.table.scan.TableOptions;
import org.limbeck.table.scan.Texts;

/** Makes a data set of a table that was read. */
final class TableData {
  private final TableOptions options;
  private final TableContent content;
  private final List<String> classes;
  private final List<String> groups;

  TableData(TableOptions options, TableContent content) {
    this.options = options;
    this.content = content;
    List<String> labels = content.roles().labels().names();
    classes =
        options.features().classes().isEmpty()
            ? ClassOrder.usual(labels)
            : ClassOrder.listed(options.features().classes(), labels);
    groups = ClassOrder.usual(content.roles().groups().names());
  }

  SourceData data(String name) {
    requireSeveral();
    requireNoneMissing();
    Examples all = all();
    requireClassesOfTrain(all);
    Examples train = part(all, TablePart.TRAIN).orElseThrow(() -> noTraining());
    Optional<Examples> validation = part(all, TablePart.VALIDATION);
    Optional<Examples> test = part(all, TablePart.TEST);
    List<String> notes = new ArrayList<>(content.notes());
    test.flatMap(rows -> SharedRows.note(rows, "test part", train, "training part"))
        .ifPresent(notes::add);
    return new SourceData(name, "", classes, groups, train, validation, test, notes, columns());
  }

  private LimbeckException noTraining() {
    return new LimbeckException(
        "data.split: no row of column '%s' says train"
            .formatted(options.roles().split().orElse("")));
  }

  private void requireSeveral() {
    if (classes.size() < 2) {
      throw new LimbeckException(
          "data.label: all %,d rows of column '%s' have the label '%s'; a classifier tells two classes or more apart"
              .formatted(content.roles().parts().size(), options.roles().label(), classes.get(0)));
    }
    if (groups.size() == 1) {
      throw new LimbeckException(
          "data.group: all rows of column '%s' are of group '%s'; leave data.group out"
              .formatted(options.roles().group().orElse(""), groups.get(0)));
    }
  }

  private void requireNoneMissing() {
    if (options.features().missing() != MissingValues.REFUSE) {
      return;
    }
    List<String> counts = new ArrayList<>();
    for (int i = 0; i < content.columns().size(); i++) {
      long missing = content.missing().get(i);
      if (missing > 0) {
        counts.add("'%s' in %,d".formatted(content.columns().get(i).name(), missing));
      }
    }
    if (!counts.isEmpty()) {
      throw new LimbeckException(
          "data.missing: of %,d rows, values are missing in %s; set data.missing: mean (the mean of training) or flag (that, and a feature that says so), leave the columns out with data.ignore, or the rows with data.where"
              .formatted(content.roles().parts().size(), Texts.few(counts)));
    }
  }

  private Examples all() {
    int[] shape = {content.values().exampleSize()};
    Examples examples =
        new Examples(shape, content.values(), numbered(content.roles().labels(), classes));
    return examples
        .withGroups(numbered(content.roles().groups(), groups))
        .withDetails(content.roles().details());
  }

  private static int[] numbered(Categories found, List<String> names) {
    int[] numbers = found.names().stream().mapToInt(names::indexOf).toArray();
    return IntStream.of(found.of()).map(number -> numbers[number]).toArray();
  }

  private Optional<Examples> part(Examples all, TablePart part) {
    int[] rows = content.roles().rowsOf(part);
    if (rows.length == 0) {
      return Optional.empty();
    }
    return Optional.of(rows.length == all.size() ? all : all.select(rows));
  }

  /** A class that other parts have and training has not cannot be learned. */
  private void requireClassesOfTrain(Examples all) {
    int[] rows = content.roles().rowsOf(TablePart.TRAIN);
    var known = new TreeSet<Integer>();
    IntStream.of(rows).forEach(row -> known.add(all.labels()[row]));
    List<String> others = new ArrayList<>();
    for (int y = 0; y < classes.size(); y++) {
      if (!known.contains(y)) {
        others.add("'" + classes.get(y) + "'");
      }
    }
    if (!others.isEmpty()) {
      throw new LimbeckException(
          "data.label: no row of the training part has the label %s, which others have; add rows, or leave theirs out with data.where"
              .formatted(Texts.few(others)));
    }
  }

  private Optional<Columns> columns() {
    boolean features =
        content.columns().stream().allMatch(column -> column instanceof Column.Numeric)
            && content.missing().stream().allMatch(count -> count == 0);
    return features
        ? Optional.empty()
        : Optional.of(
            new Columns(
                content.columns(), options.features().missing(), options.features().categories()));
  }
}
