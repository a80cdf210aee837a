package org.limbeck.table.scan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;

/**
 * The columns that are not features.
 *
 * @param label the class
 * @param id a unique name of each row
 * @param group the subgroup
 * @param weight how much a row counts in training
 * @param split which split a row is in
 */
public record RoleOptions(
    String label,
    Optional<String> id,
    Optional<String> group,
    Optional<String> weight,
    Optional<String> split) {
  public RoleOptions {
    Map<String, String> known = new LinkedHashMap<>();
    require(known, "label", Optional.of(label));
    require(known, "id", id);
    require(known, "group", group);
    require(known, "weight", weight);
    require(known, "split", split);
  }

  static RoleOptions of(Map<String, String> options) {
    return new RoleOptions(
        Optional.ofNullable(options.get("label")).orElse("class"),
        Optional.ofNullable(options.get("id")),
        Optional.ofNullable(options.get("group")),
        Optional.ofNullable(options.get("weight")),
        Optional.ofNullable(options.get("split")));
  }

  private static void require(Map<String, String> known, String key, Optional<String> column) {
    column.ifPresent(
        name -> {
          String other = known.putIfAbsent(name, key);
          if (other != null) {
            throw new LimbeckException(
                "data.%s: '%s' is the column of data.%s too; name another column or leave it out"
                    .formatted(key, name, other));
          }
        });
  }

  /** The columns by the key that names them. */
  public Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("label", label);
    id.ifPresent(name -> columns.put("id", name));
    group.ifPresent(name -> columns.put("group", name));
    weight.ifPresent(name -> columns.put("weight", name));
    split.ifPresent(name -> columns.put("split", name));
    return columns;
  }

  /** Whether a column is read as text whatever its values look like. */
  boolean isText(String column) {
    return columns().containsValue(column) && !weight.equals(Optional.of(column));
  }
}
