package org.limbeck.cli.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.base.Json;
import org.limbeck.data.OptionList;
import org.limbeck.table.ColumnDescription;
import org.limbeck.table.TableDescription;

/** The description of a table as text, and as JSON. */
public final class TableText {
  /** Classes and columns that are printed at most; JSON has all. */
  private static final int MOST = 200;

  private final TableDescription table;

  public TableText(TableDescription table) {
    this.table = table;
  }

  public String text() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %,d rows, %,d columns%n%n",
            table.name(),
            table.rows(),
            table.columns().size()));
    text.append(columns()).append(more(table.columns()));
    if (!table.classes().isEmpty()) {
      text.append('\n').append(classes()).append(more(table.classes()));
    }
    text.append('\n');
    table.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
    return text.append("in a study: ").append(keys()).append('\n').toString();
  }

  private static String more(Collection<?> all) {
    return all.size() <= MOST
        ? ""
        : String.format(Locale.ROOT, "and %,d more; --json has all%n", all.size() - MOST);
  }

  private TextTable columns() {
    var rows =
        new TextTable(
            List.of("column", "type", "proposed use", "range", "missing", "different"), 4);
    for (ColumnDescription column : table.columns().stream().limit(MOST).toList()) {
      rows.add(
          List.of(
              column.name(),
              column.type(),
              column.use(),
              column.range().map(range -> range.least() + " to " + range.most()).orElse(""),
              String.valueOf(column.missing()),
              column.different() == 0 ? "" : "about " + column.different()));
    }
    return rows;
  }

  private TextTable classes() {
    var rows = new TextTable(List.of("class", "rows"), 1);
    for (TableDescription.ClassCount one : table.classes().stream().limit(MOST).toList()) {
      rows.add(List.of(one.name(), String.valueOf(one.rows())));
    }
    return rows;
  }

  /** The section {@code data} in one line of YAML. */
  private String keys() {
    return table.keys().entrySet().stream()
        .map(key -> key.getKey() + ": " + value(key.getValue()))
        .collect(Collectors.joining(", ", "data: {", "}"));
  }

  private static String value(String text) {
    if (OptionList.isList(text)) {
      return OptionList.values(text).stream()
          .map(TableText::value)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    // What YAML would read as another value, or as syntax, is quoted.
    return text.matches("[A-Za-z_./][\\w./-]*") ? text : Json.canonical(text);
  }

  public String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", table.name());
    json.put("rows", table.rows());
    json.put("columns", table.columns().stream().map(TableText::json).toList());
    json.put("classes", table.classes());
    json.put("notes", table.notes());
    Map<String, Object> keys = new LinkedHashMap<>();
    table
        .keys()
        .forEach(
            (key, value) ->
                keys.put(key, OptionList.isList(value) ? OptionList.values(value) : value));
    json.put("keys", keys);
    return Json.pretty(json);
  }

  private static Map<String, Object> json(ColumnDescription column) {
    List<Object> range = new ArrayList<>();
    column
        .range()
        .ifPresent(
            found -> {
              range.add(found.least());
              range.add(found.most());
            });
    return Map.of(
        "name", column.name(),
        "type", column.type(),
        "use", column.use(),
        "missing", column.missing(),
        "different", column.different(),
        "range", range,
        "note", column.note());
  }
}
