package org.limbeck.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.limbeck.table.scan.TableOptions;

/** A part of a table: its own files, or the rows with a value of the column {@code data.split}. */
enum TablePart {
  TRAIN('t', "data.from", "train|training"),
  VALIDATION('v', "data.validation", "validation|valid|val|dev"),
  TEST('e', "data.test", "test|testing");

  private final char code;
  private final String key;
  private final String values;

  TablePart(char code, String key, String values) {
    this.code = code;
    this.key = key;
    this.values = values;
  }

  /** What stands for it in files. */
  byte code() {
    return (byte) code;
  }

  /** The part that a code stands for; train where it is none, as the file was checked before. */
  static TablePart of(byte code) {
    return Arrays.stream(values()).filter(part -> part.code == code).findFirst().orElse(TRAIN);
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
        .filter(part -> lower.matches(part.values))
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
