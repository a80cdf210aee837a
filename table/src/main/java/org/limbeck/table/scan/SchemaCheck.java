package org.limbeck.table.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;
import org.limbeck.table.sandbox.FoundColumn;

/** Compares the columns of files that are read as one table. */
final class SchemaCheck {
  private SchemaCheck() {}

  /** Fails unless two files have the same columns with the same types. */
  static void requireSame(
      Path first, List<FoundColumn> expected, Path other, List<FoundColumn> found) {
    if (expected.equals(found)) {
      return;
    }
    Map<String, String> types =
        expected.stream().collect(Collectors.toMap(FoundColumn::name, FoundColumn::type));
    List<String> differences = new ArrayList<>();
    for (FoundColumn column : found) {
      String type = types.remove(column.name());
      if (type == null) {
        differences.add("'%s' is new".formatted(column.name()));
      } else if (!type.equals(column.type())) {
        differences.add("'%s' is %s, not %s".formatted(column.name(), column.type(), type));
      }
    }
    types.keySet().forEach(name -> differences.add("'%s' is missing".formatted(name)));
    if (!differences.isEmpty()) {
      throw new LimbeckException(
          "%s: its columns differ from those of %s: %s; files of one table have the same columns"
              .formatted(other, first, Texts.few(differences)));
    }
  }

  /** Fails unless two CSV files have the same header. */
  static void requireSameHeader(Path first, List<String> expected, Path other, List<String> found) {
    if (!expected.equals(found)) {
      throw new LimbeckException(
          "%s:1: its columns %s differ from the columns %s of %s; files of one table have the same columns in the same order"
              .formatted(other, Texts.few(found), Texts.few(expected), first));
    }
  }
}
