package org.limbeck.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.limbeck.table.scan.TableOptions;

/** A part of a table: its own files, or the rows with a value of the column {@code data.split}. */
enum TablePart {
  TRAIN("data.from", List.of("train", "training")),
  VALIDATION("data.validation", List.of("validation", "valid", "val", "dev")),
  TEST("data.test", List.of("test", "testing"));

  private final String key;
  private final List<String> values;

  TablePart(String key, List<String> values) {
    this.key = key;
    this.values = values;
  }

  /** The key that names its files. */
  String key() {
    return key;
  }

  List<String> files(TableOptions options) {
    return switch (this) {
      case TRAIN -> options.from();
      case VALIDATION -> options.validation();
      case TEST -> options.test();
    };
  }

  /** The part that a value of the column {@code data.split} names. */
  static TablePart named(String text, RowPlace place, String column) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(part -> part.values.contains(lower))
        .findFirst()
        .orElseThrow(
            () ->
                place.error(
                    column,
                    "'%s' is no split; data.split names a column with train, validation and test"
                        .formatted(text)));
  }

  /** The parts that have files. */
  static List<TablePart> withFiles(TableOptions options) {
    return Arrays.stream(values()).filter(part -> !part.files(options).isEmpty()).toList();
  }
}
