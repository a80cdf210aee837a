package org.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.cli.text.TextTable;
import org.limbeck.data.OptionList;
import org.limbeck.table.ColumnDescription;
import org.limbeck.table.TableDescription;
import org.limbeck.workflow.StudyDraft;
import org.limbeck.workflow.StudyDraft.DataKey;
import org.limbeck.workflow.UsualNetworks;

/** A study file for a table, from its description, with what the user has to decide. */
final class TableDraft {
  private static final int MOST = 200;

  /** Rows of a class that leave one or more in each split. */
  private static final long FEW_ROWS = 8;

  private final TableDescription table;
  private final Map<String, String> keys;
  private final List<String> decisions = new ArrayList<>();

  /**
   * @param table with its label
   * @param from the table's file or pattern, relative to the study file
   */
  TableDraft(TableDescription table, String from) {
    this.table = table;
    keys = new LinkedHashMap<>(table.keys());
    keys.put("from", from);
    requireClasses();
    leaveUnlabelledOut();
  }

  private void requireClasses() {
    ColumnDescription label = column("label");
    table
        .labelProblem()
        .ifPresent(
            why -> {
              throw new LimbeckException(
                  "--label: column '%s' %s; name a column with classes"
                      .formatted(label.name(), why));
            });
  }

  private ColumnDescription column(String use) {
    return table.columns().stream()
        .filter(column -> column.use().equals(use))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no column is the " + use));
  }

  private void leaveUnlabelledOut() {
    ColumnDescription label = column("label");
    if (label.missing() > 0 && !keys.containsKey("where") && !keys.containsKey("sql")) {
      keys.put("where", label.hasValue());
    }
  }

  /** What the user has to decide, each in a sentence; known once the draft is made. */
  List<String> decisions() {
    return List.copyOf(decisions);
  }

  /** The draft, under a name. */
  StudyDraft draft(String name) {
    decisions.clear();
    List<DataKey> data = new ArrayList<>();
    data.add(DataKey.comment(columns()));
    keys.forEach((key, value) -> data.add(new DataKey(key, Optional.of(value), comment(key))));
    data.add(
        new DataKey(
            "validation",
            keys.containsKey("validation") ? Optional.empty() : Optional.of("0.25"),
            "Shares of each class for validation and test."));
    data.add(DataKey.of("testShare", "0.25"));
    return new StudyDraft(
        name,
        String.format(
            Locale.ROOT,
            "A study of %s: %,d rows, %,d columns, %,d classes.",
            table.name(),
            table.rows(),
            table.columns().size(),
            table.classes().size()),
        data,
        UsualNetworks.ofRows(table.rows()));
  }

  private String columns() {
    var rows = new TextTable(List.of("column", "type", "use", "range", "missing", "remark"), 4);
    table.columns().stream().limit(MOST).forEach(column -> rows.add(cells(column)));
    int more = table.columns().size() - MOST;
    return rows.toString().stripTrailing()
        + (more > 0 ? String.format(Locale.ROOT, "%nand %,d columns more", more) : "");
  }

  private static List<String> cells(ColumnDescription column) {
    return List.of(
        column.name().replaceAll("\\s+", " "),
        column.type(),
        column.use(),
        column.range().map(range -> range.least() + " to " + range.most()).orElse(""),
        column.missing() == 0 ? "" : String.valueOf(column.missing()),
        column.note());
  }

  private String comment(String key) {
    return switch (key) {
      case "label" -> classes() + fewRows();
      case "id" -> id();
      case "ignore" -> ignored();
      case "missing" -> missing();
      case "where" ->
          column("label").missing() == 0
              ? ""
              : decide(
                  "%,d rows have no label and are left out".formatted(column("label").missing()));
      default -> "";
    };
  }

  private String classes() {
    List<String> counts =
        table.classes().stream()
            .limit(MOST)
            .map(one -> "  %s %,d".formatted(one.name().replaceAll("\\s+", " "), one.rows()))
            .toList();
    int more = table.classes().size() - MOST;
    return "Classes and their rows:\n"
        + String.join("\n", counts)
        + (more > 0 ? String.format(Locale.ROOT, "%n  and %,d more", more) : "");
  }

  private String fewRows() {
    List<String> few =
        table.classes().stream()
            .filter(one -> one.rows() < FEW_ROWS)
            .map(one -> "'%s'".formatted(one.name()))
            .toList();
    if (few.isEmpty()) {
      return "";
    }
    String names = String.join(", ", few.subList(0, Math.min(10, few.size())));
    return "\n"
        + decide(
            "%d classes have less than %d rows, too few for three splits to say much (%s%s); add rows, or leave theirs out with where"
                .formatted(few.size(), FEW_ROWS, names, few.size() > 10 ? ", ..." : ""));
  }

  private String id() {
    String name = keys.getOrDefault("id", "");
    boolean found =
        table.columns().stream().anyMatch(c -> c.name().equals(name) && !c.note().isEmpty());
    return found
        ? decide(
            "column '%s' differs in nearly every row, so it is taken for the name of the row and is not a feature"
                .formatted(name))
        : "";
  }

  private String ignored() {
    List<String> names = OptionList.values(keys.getOrDefault("ignore", ""));
    return table.columns().stream()
        .filter(column -> names.contains(column.name()) && !column.note().isEmpty())
        .map(
            column -> decide("column '%s' is left out: %s".formatted(column.name(), column.note())))
        .reduce((one, other) -> one + "\n" + other)
        .orElse("");
  }

  private String missing() {
    List<String> counts =
        table.columns().stream()
            .filter(column -> column.use().equals("feature") && column.missing() > 0)
            .map(column -> "'%s' in %,d".formatted(column.name(), column.missing()))
            .toList();
    if (counts.isEmpty()) {
      return "";
    }
    String named = String.join(", ", counts.subList(0, Math.min(10, counts.size())));
    return decide(
            "values are missing in %,d columns (%s%s)"
                .formatted(counts.size(), named, counts.size() > 10 ? ", ..." : ""))
        + "\n  mean: the mean of training replaces them; flag: that, and a feature that says so;"
        + "\n  refuse: they are an error";
  }

  private String decide(String sentence) {
    decisions.add(sentence);
    return "Decide: " + sentence + ".";
  }
}
