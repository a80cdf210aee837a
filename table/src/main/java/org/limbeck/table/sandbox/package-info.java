/**
 * DuckDB, locked up: it may read the named files, and of SQL it runs single SELECT statements.
 *
 * <p>Main type: {@link org.limbeck.table.sandbox.TableSandbox}, which alone opens DuckDB. Used by
 * {@code table.scan} and {@code table}.
 */
@NullMarked
package org.limbeck.table.sandbox;

import org.jspecify.annotations.NullMarked;
