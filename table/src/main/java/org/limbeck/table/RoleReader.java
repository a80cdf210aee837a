package org.limbeck.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.base.GrowingFloats;
import org.limbeck.data.RowDetails;
import org.limbeck.scores.Categories;
import org.limbeck.table.sandbox.FoundColumn;
import org.limbeck.table.scan.Cell;
import org.limbeck.table.scan.CellRow;
import org.limbeck.table.scan.RoleOptions;
import org.limbeck.table.scan.TableOptions;
import org.limbeck.table.scan.TypeKind;

/** Reads the columns that are not features: label, id, group, weight and split. */
final class RoleReader {
  private final RoleOptions roles;
  private final RowPlace place;
  private final SqlAdvice advice;
  private final Map<String, FoundColumn> found = new HashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private final Categories.Builder labels = new Categories.Builder();
  private final Categories.Builder groups = new Categories.Builder();
  private final List<String> ids = new ArrayList<>();
  private final Map<String, TablePart> partOfId = new HashMap<>();
  private final GrowingFloats weights = new GrowingFloats();
  private final List<TablePart> parts = new ArrayList<>();
  private final boolean labelIsText;
  private int rows;
  private int different;
  private TablePart part = TablePart.TRAIN;

  RoleReader(TableOptions options, List<FoundColumn> columns, RowPlace place) {
    roles = options.roles();
    this.place = place;
    advice = SqlAdvice.of(options);
    labelIsText = options.features().text().contains(roles.label());
    columns.forEach(column -> found.put(column.name(), column));
    List<String> names = columns.stream().map(FoundColumn::name).toList();
    for (Map.Entry<String, String> role : roles.columns().entrySet()) {
      int index = names.indexOf(role.getValue());
      if (index < 0) {
        throw missing(role.getKey(), role.getValue(), names);
      }
      require(role.getKey(), columns.get(index), advice);
      boolean weight = role.getKey().equals("weight");
      cells.add(Cell.of(role.getValue(), weight ? Cell.Form.NUMBER : Cell.Form.TEXT));
    }
  }

  private static LimbeckException missing(String key, String column, List<String> names) {
    return new LimbeckException(
        "data.%s: no column '%s'%s"
            .formatted(
                key,
                column,
                DidYouMean.hint(column, names.size() > 30 ? names.subList(0, 30) : names)));
  }

  private static void require(String key, FoundColumn column, SqlAdvice advice) {
    TypeKind kind = TypeKind.of(column.type());
    if (key.equals("weight")) {
      if (kind != TypeKind.NUMBER) {
        throw new LimbeckException(
            "data.weight: column '%s' is %s; weights are numbers"
                .formatted(column.name(), column.type()));
      }
      return;
    }
    if (TypeKind.isFraction(column.type())) {
      throw new LimbeckException(
          ("data.%s: column '%s' has numbers with fractions (%s), and names are not guessed from"
                  + " them; %s; if they are a quantity, make classes of it, for example with CASE"
                  + " WHEN")
              .formatted(key, column.name(), column.type(), advice.names(column.name())));
    }
    if (kind != TypeKind.NUMBER && kind != TypeKind.TEXT && kind != TypeKind.FLAG) {
      throw new LimbeckException(
          "data.%s: column '%s' is %s; texts, whole numbers and booleans are names"
              .formatted(key, column.name(), column.type()));
    }
  }

  /** What is read of them, at the start of the row. */
  List<Cell> cells() {
    return List.copyOf(cells);
  }

  /** Starts with the files of a part. */
  void begin(TablePart files) {
    part = files;
  }

  void read(CellRow row) {
    int at = 1;
    different = labels.add(text(row, at++, roles.label()));
    rows++;
    if (different > LabelRules.MOST_CLASSES) {
      throw unusableLabel();
    }
    if (roles.id().isPresent()) {
      addId(text(row, at++, roles.id().get()), roles.id().get());
    }
    if (roles.group().isPresent()) {
      groups.add(text(row, at++, roles.group().get()));
    }
    if (roles.weight().isPresent()) {
      weights.add(weight(row, at++, roles.weight().get()));
    }
    Optional<String> split = roles.split();
    parts.add(
        split.isPresent() ? TablePart.named(text(row, at, split.get()), place, split.get()) : part);
  }

  private String text(CellRow row, int at, String column) {
    String text = row.text(at);
    if (text == null || text.isEmpty()) {
      throw place.error(
          column,
          "no value; %s, or fill them in".formatted(advice.filled(column(column), text != null)));
    }
    return text;
  }

  private FoundColumn column(String name) {
    FoundColumn column = found.get(name);
    if (column == null) {
      throw new IllegalStateException("no column '" + name + "'");
    }
    return column;
  }

  private LimbeckException unusableLabel() {
    return new LimbeckException(
        "data.label: column '%s' %s".formatted(roles.label(), LabelRules.tooMany(different, rows)));
  }

  private void addId(String id, String column) {
    TablePart other = partOfId.putIfAbsent(id, part);
    if (other != null) {
      throw place.error(
          column,
          "'%s' occurs twice%s; an id names one row, and scores are joined by it"
              .formatted(id, other == part ? "" : ", first in a row of " + other.key()));
    }
    ids.add(id);
  }

  private float weight(CellRow row, int at, String column) {
    double weight = row.number(at);
    float rounded = (float) weight;
    if (!(rounded > 0) || Float.isInfinite(rounded)) {
      throw place.error(
          column,
          "a weight of %s; weights are numbers above 0"
              .formatted(Double.isNaN(weight) ? "nothing" : weight));
    }
    return rounded;
  }

  /** The number of rows so far. */
  int rows() {
    return rows;
  }

  /** What was read; nothing can be read afterwards. */
  RowRoles roles() {
    if (LabelRules.isTooMany(different, rows)) {
      throw unusableLabel();
    }
    Categories classes = labels.build();
    if (!labelIsText && classes.names().stream().allMatch(LabelRules::isFraction)) {
      throw new LimbeckException(
          "data.label: column '%s' has numbers with fractions, such as %s, and names are not guessed from them; write whole numbers or names, or put the column into data.text if these are the names"
              .formatted(roles.label(), classes.names().get(0)));
    }
    return new RowRoles(
        classes,
        groups.build(),
        parts,
        new RowDetails(ids.toArray(String[]::new), weights.toArray()));
  }
}
