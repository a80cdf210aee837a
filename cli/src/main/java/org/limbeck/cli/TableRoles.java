package org.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.data.OptionList;
import org.limbeck.table.ColumnDescription;
import org.limbeck.table.TableDescription;
import org.limbeck.table.scan.TableOptions;
import org.limbeck.workflow.DataName;
import picocli.CommandLine.Option;

/** Options that say what the columns of a table are. */
final class TableRoles {
  private static final String USUAL_LABEL = "class";

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "The column with the class (default: one called class).")
  private @Nullable String label;

  @Option(names = "--id", paramLabel = "COLUMN", description = "A unique name of each row.")
  private @Nullable String id;

  @Option(names = "--group", paramLabel = "COLUMN", description = "Subgroups of the examples.")
  private @Nullable String group;

  @Option(
      names = "--weight",
      paramLabel = "COLUMN",
      description = "How much a row counts in training.")
  private @Nullable String weight;

  @Option(
      names = "--ignore",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns that are not features.")
  private List<String> ignore = List.of();

  @Option(
      names = "--keep",
      paramLabel = "COLUMN",
      split = ",",
      description =
          "Columns that are features though they look like ids, which are left out otherwise.")
  private List<String> keep = List.of();

  @Option(
      names = "--missing",
      paramLabel = "POLICY",
      description = "What is done with missing values: mean, flag or refuse (default).")
  private @Nullable String missing;

  @Option(
      names = "--key",
      paramLabel = "KEY=VALUE",
      description =
          "Another key of the data, such as separator=tab or nulls=[NA,-] (docs/tables.md).")
  private Map<String, String> keys = Map.of();

  /** The column of ids; null if none is named. */
  @Nullable String id() {
    return id;
  }

  /** The keys of the data. */
  Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    put(options, "label", label);
    put(options, "id", id);
    put(options, "group", group);
    put(options, "weight", weight);
    put(options, "ignore", ignore.isEmpty() ? null : OptionList.of(ignore));
    put(options, "missing", missing);
    keys.forEach(
        (key, value) -> {
          if (options.putIfAbsent(key, listed(key, value)) != null) {
            throw new LimbeckException(
                "--key %s: given together with --%s; leave one out".formatted(key, key));
          }
        });
    return options;
  }

  /** A list as YAML has it, {@code [a, b]}, where the key takes one. */
  static String listed(String key, String value) {
    boolean list = TableOptions.LISTS.contains(key) && value.matches("\\[.*]");
    if (!list || OptionList.isList(value)) {
      return value;
    }
    String items = value.substring(1, value.length() - 1);
    return OptionList.of(Stream.of(items.split(",", -1)).map(String::strip).toList());
  }

  private static void put(Map<String, String> options, String key, @Nullable String value) {
    if (value != null) {
      options.put(key, value);
    }
  }

  /**
   * The keys of a table, with its label.
   *
   * @throws LimbeckException with all columns, if no label is named and none is called class
   */
  static Map<String, String> labelled(String from, Map<String, String> options) {
    DataName.plan(from, options); // refuses a key that there is not
    if (options.containsKey("label")) {
      return options;
    }
    Map<String, String> labelled = new LinkedHashMap<>(options);
    labelled.put("from", from);
    List<String> columns =
        TableDescription.of(labelled).columns().stream().map(column -> column.name()).toList();
    if (!columns.contains(USUAL_LABEL)) {
      throw new LimbeckException(
          "--label: missing; name the column of %s with the class: %s"
              .formatted(from, few(columns)));
    }
    labelled.remove("from");
    labelled.put("label", USUAL_LABEL);
    return labelled;
  }

  /**
   * The keys of a table without the columns that look like ids, as {@code data describe} proposes
   * it; unless features are listed.
   *
   * @param leftOut is given each of these columns
   */
  Map<String, String> withoutIds(
      String from, Map<String, String> options, Consumer<String> leftOut) {
    Map<String, String> described = new LinkedHashMap<>(options);
    described.put("from", from);
    List<ColumnDescription> columns = TableDescription.of(described).columns();
    requireKept(columns);
    List<String> ids =
        columns.stream()
            .filter(ColumnDescription::looksLikeId)
            .map(ColumnDescription::name)
            .filter(name -> !keep.contains(name))
            .toList();
    if (ids.isEmpty() || options.containsKey("features")) {
      return options;
    }
    ids.forEach(leftOut);
    Map<String, String> without = new LinkedHashMap<>(options);
    List<String> ignored = new ArrayList<>(ignore);
    if (ignore.isEmpty() && options.containsKey("ignore")) {
      ignored.addAll(OptionList.values(options.get("ignore")));
    }
    ignored.addAll(ids);
    without.put("ignore", OptionList.of(ignored));
    return without;
  }

  private void requireKept(List<ColumnDescription> columns) {
    List<String> names = columns.stream().map(ColumnDescription::name).toList();
    for (String name : keep) {
      if (!names.contains(name)) {
        throw new LimbeckException(
            "--keep: no column '%s'%s".formatted(name, DidYouMean.hint(name, names)));
      }
    }
  }

  private static String few(List<String> columns) {
    int most = 50;
    String shown = String.join(", ", columns.subList(0, Math.min(most, columns.size())));
    return columns.size() <= most
        ? shown
        : "%s and %,d more (limbeck data describe has all)".formatted(shown, columns.size() - most);
  }
}
