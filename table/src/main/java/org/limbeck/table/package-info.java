/**
 * Tables from files: CSV, TSV, Parquet and JSON lines, plain or compressed, and any SELECT over
 * them, read by DuckDB.
 *
 * <p>Main types: {@link org.limbeck.table.TableSource}, the data source {@code table}, and {@link
 * org.limbeck.table.TableDescription}. Only {@code table.sandbox} opens DuckDB, with the rights to
 * read the named files and nothing else. Uses {@code data}; knows no training.
 */
@NullMarked
package org.limbeck.table;

import org.jspecify.annotations.NullMarked;
