package org.limbeck.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.table.scan.FileKind;

/**
 * What a table holds: its columns and classes, what is odd about them, and the keys of {@code data}
 * that would read it.
 *
 * @param name of the table
 * @param rows their number, after {@code data.where} or {@code data.sql}
 * @param columns in their order
 * @param classes by the number of rows, the largest first; empty where no label is named
 * @param notes what people should know, a line each
 * @param keys of the section {@code data} of a study, a proposal: values as in the options of the
 *     source {@code table}
 */
public record TableDescription(
    String name,
    long rows,
    List<ColumnDescription> columns,
    List<ClassCount> classes,
    List<String> notes,
    Map<String, String> keys) {
  public TableDescription {
    columns = List.copyOf(columns);
    classes = List.copyOf(classes);
    notes = List.copyOf(notes);
  }

  /** A class and the number of its rows. */
  public record ClassCount(String name, long rows) {}

  /**
   * Describes the training files of a table; values are counted, not judged.
   *
   * @param options of the source {@code table}, of which {@code from} is required
   * @throws org.limbeck.LimbeckException if a file cannot be read as a table, naming file and line
   */
  public static TableDescription of(Map<String, String> options) {
    return new TableDescriber(options).describe();
  }

  /**
   * Why the label holds no classes, as what follows its name; empty where it does, or none is
   * named.
   */
  public Optional<String> labelProblem() {
    String first = classes.isEmpty() ? "" : classes.get(0).name();
    return columns.stream()
        .filter(column -> column.use().equals("label"))
        .findFirst()
        .flatMap(
            label ->
                LabelRules.problem(label.type(), classes.size(), first, rows - label.missing()));
  }

  /** Whether a name is that of a file, or a pattern of files, that can be described. */
  public static boolean reads(String name) {
    return FileKind.of(name).isPresent();
  }
}
