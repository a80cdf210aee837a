package org.limbeck.cli;

import java.util.Locale;

/**
 * Names in all JSON that the command line prints: camelCase, as components of records have them.
 */
final class JsonNames {
  private JsonNames() {}

  /** The name of a column of a CSV file, like {@code worst_class_accuracy}, in camelCase. */
  static String camel(String column) {
    String[] words = column.split("_", -1);
    var name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return name.toString();
  }
}
