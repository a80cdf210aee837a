/**
 * What a table is to be read from: the options, the files, and how DuckDB reads them.
 *
 * <p>Main types: {@link org.limbeck.table.scan.TableOptions}, {@link
 * org.limbeck.table.scan.TableScan}. CSV files are looked at once, then read with explicit columns;
 * rows that do not fit are errors. Used by {@code table}.
 */
@NullMarked
package org.limbeck.table.scan;

import org.jspecify.annotations.NullMarked;
