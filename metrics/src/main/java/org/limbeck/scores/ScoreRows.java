package org.limbeck.scores;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.scores.column.ClassCells;
import org.limbeck.scores.column.FoundText;
import org.limbeck.scores.column.HeaderText;
import org.limbeck.scores.column.Roles;
import org.limbeck.scores.column.RowIds;
import org.limbeck.scores.column.ScoreGroup;
import org.limbeck.scores.column.TableRows;

/** The rows of a table of predictions or scores as they are read, checked one by one. */
final class ScoreRows {
  private final TableRows rows;
  private final Roles roles;
  private final ScoreGroup group;
  private final ClassCells cells;
  private final ScoreValues values;
  private final boolean hasPredictions;
  private final @Nullable LabelColumn others;
  private final IntStream.Builder labels = IntStream.builder();
  private final IntStream.Builder predictions = IntStream.builder();
  private final RowGroups groups;
  private final RowIds ids = new RowIds();
  private int count;

  private ScoreRows(TableRows rows, TableHeader.Columns columns, TableRequest request) {
    this.rows = rows;
    roles = columns.roles();
    group = columns.scores();
    values = new ScoreValues(group, request.content());
    groups = new RowGroups(rows, roles.group());
    List<String> names = group.classes().isEmpty() ? request.classNames() : group.classes();
    OptionalInt m = values.classes().isPresent() ? values.classes() : request.expectedClasses();
    cells = new ClassCells(names, m);
    // Predictions beside scores say nothing that is wanted where scores are.
    hasPredictions =
        roles.prediction() != Roles.NONE && request.content() == TableRequest.Content.PREDICTIONS;
    others = request.labels().map(file -> LabelFile.read(file, request)).orElse(null);
  }

  static ScoreTable read(TableRows rows, TableHeader.Columns columns, TableRequest request) {
    var read = new ScoreRows(rows, columns, request);
    while (rows.next()) {
      read.add();
    }
    return read.table(request);
  }

  private void add() {
    labels.add(label());
    if (hasPredictions) {
      predictions.add(code(roles.prediction()));
    }
    values.add(rows);
    groups.add();
    if (roles.id() != Roles.NONE) {
      ids.add(rows.text(roles.id()), problem -> rows.error(roles.id(), problem));
    }
    count++;
  }

  private int code(int column) {
    return cells.code(rows.text(column), problem -> rows.error(column, problem));
  }

  private int label() {
    LabelColumn given = others;
    if (given == null) {
      return code(roles.label());
    }
    int row = count;
    if (row >= given.size()) {
      throw rows.error(
          "more rows than the %,d labels of %s; give one label for each row"
              .formatted(given.size(), given.from()));
    }
    return cells.code(given.text(row), problem -> given.error(row, problem));
  }

  private ScoreTable table(TableRequest request) {
    if (count == 0) {
      throw rows.empty();
    }
    LabelColumn given = others;
    if (given != null && given.size() != count) {
      throw new LimbeckException(
          "%s: %,d labels beside %,d rows of %s; give one label for each row"
              .formatted(given.from(), given.size(), count, rows.file()));
    }
    ClassCells.Found classes = cells.found();
    requireNames(classes, request);
    int[] found = classes.of(labels.build().toArray());
    int[] predicted =
        hasPredictions ? classes.of(predictions.build().toArray()) : values.predictions();
    return new ScoreTable(
            rows.file(),
            classes.classes(),
            found,
            predicted,
            values.scores(rows.file()),
            groups.categories(),
            Optional.empty())
        .withClassNames(classes.names())
        .withIds(roles.id() == Roles.NONE ? Optional.empty() : Optional.of(ids.list()))
        .withFound(found());
  }

  /** Numbered scores and named labels have to be as many, or nobody knows which is which. */
  private void requireNames(ClassCells.Found classes, TableRequest request) {
    int expected = values.classes().orElse(request.classes().orElse(classes.classes()));
    if (classes.classes() != expected) {
      throw new LimbeckException(
          "%s: %d classes are expected, but the labels have %d names: %s; name all classes in the order of the scores with --classes"
              .formatted(
                  rows.file(), expected, classes.classes(), HeaderText.list(classes.names())));
    }
  }

  private String found() {
    var text = new FoundText(count);
    LabelColumn given = others;
    String form = cells.isNamed() ? "names" : "class indices";
    text.add("labels", (given == null ? name(roles.label()) : given.from()) + " (" + form + ")");
    if (hasPredictions) {
      text.add("predictions", name(roles.prediction()));
    }
    if (group.size() > 0) {
      text.add(values.kindText(rows.file()), group.shown());
    }
    if (roles.id() != Roles.NONE) {
      text.add("ids", name(roles.id()));
    }
    if (roles.group() != Roles.NONE) {
      text.add("groups", name(roles.group()));
    }
    text.remark(values.doubt());
    text.remark(rows.form());
    return text.leaving(leftOut());
  }

  private List<String> leftOut() {
    Set<Integer> used = group.used();
    used.add(roles.id());
    used.add(roles.group());
    if (others == null) {
      used.add(roles.label());
    }
    if (hasPredictions) {
      used.add(roles.prediction());
    }
    return IntStream.range(0, rows.header().size())
        .filter(column -> !used.contains(column))
        .mapToObj(rows.header()::get)
        .toList();
  }

  private String name(int column) {
    return FoundText.quoted(rows.header().get(column));
  }
}
