package org.limbeck.table.scan;

import org.limbeck.table.sandbox.FoundColumn;

/** The types that columns of files without types are read with. */
final class ReadTypes {
  private static final String TEXT = "VARCHAR";

  private ReadTypes() {}

  /**
   * The type to read a column of a CSV file with: text where its values are names, and numbers as
   * DOUBLE, since integers in the first rows promise nothing of the others.
   */
  static FoundColumn ofCsv(FoundColumn found, TableOptions options) {
    String name = found.name();
    boolean text =
        options.roles().isText(name)
            || options.features().text().contains(name)
            || options.features().ignore().contains(name);
    if (text || (options.sql().isEmpty() && !isUsed(name, options))) {
      return new FoundColumn(name, TEXT);
    }
    return TypeKind.of(found.type()) == TypeKind.NUMBER ? new FoundColumn(name, "DOUBLE") : found;
  }

  private static boolean isUsed(String name, TableOptions options) {
    return options.where().isPresent()
        || options.features().uses(name)
        || options.roles().columns().containsValue(name);
  }

  /** The type to read a key of JSON with: dates in names stay as they are written. */
  static FoundColumn ofJson(FoundColumn found, RoleOptions roles) {
    boolean written = TypeKind.of(found.type()) == TypeKind.TIME && roles.isText(found.name());
    return written ? new FoundColumn(found.name(), TEXT) : found;
  }
}
