package org.limbeck.table;

/**
 * A column of a query.
 *
 * @param type as DuckDB names it, such as {@code DECIMAL(10,2)}
 */
record FoundColumn(String name, String type) {
  private static final String TEXT = "VARCHAR";

  /**
   * The type to read a column of a CSV file with: text where its values are names, and numbers as
   * DOUBLE, since integers in the first rows promise nothing of the others.
   */
  FoundColumn ofCsv(TableOptions options) {
    boolean text =
        options.roles().isText(name)
            || options.features().text().contains(name)
            || options.features().ignore().contains(name);
    if (text || options.sql().isEmpty() && !isUsed(options)) {
      return new FoundColumn(name, TEXT);
    }
    return TypeKind.of(type) == TypeKind.NUMBER ? new FoundColumn(name, "DOUBLE") : this;
  }

  private boolean isUsed(TableOptions options) {
    return options.where().isPresent()
        || options.features().uses(name)
        || options.roles().columns().containsValue(name);
  }

  /** The type to read a key of JSON with: dates in names stay as they are written. */
  FoundColumn ofJson(RoleOptions roles) {
    boolean written = TypeKind.of(type) == TypeKind.TIME && roles.isText(name);
    return written ? new FoundColumn(name, TEXT) : this;
  }
}
