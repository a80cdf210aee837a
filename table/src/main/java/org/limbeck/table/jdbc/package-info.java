/**
 * Tables of databases, read through JDBC with drivers that users bring.
 *
 * <p>Main type: {@link org.limbeck.table.jdbc.JdbcQuery}, which alone opens connections: read-only,
 * for one SELECT. User and password come from the environment and are never written. Used by {@code
 * table}.
 */
@NullMarked
package org.limbeck.table.jdbc;

import org.jspecify.annotations.NullMarked;
