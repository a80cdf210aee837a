package org.limbeck.table.sandbox;

/**
 * A column of a query.
 *
 * @param type as DuckDB names it, such as {@code DECIMAL(10,2)}
 */
public record FoundColumn(String name, String type) {}
