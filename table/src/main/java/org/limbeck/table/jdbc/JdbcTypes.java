package org.limbeck.table.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Set;

/** The types of databases as DuckDB names them, by which columns are judged. */
final class JdbcTypes {
  private static final String FRACTIONS = "DECIMAL(38,10)";

  private static final Set<String> NUMBERS =
      Set.of(
          "int2",
          "int4",
          "int8",
          "tinyint",
          "smallint",
          "int",
          "integer",
          "bigint",
          "float4",
          "float8",
          "float",
          "real",
          "double",
          "double precision",
          "numeric",
          "decimal");

  private JdbcTypes() {}

  /** The type of a column, from 1; the name in the database where there is nothing like it. */
  static String of(ResultSetMetaData columns, int at) throws SQLException {
    String name = columns.getColumnTypeName(at);
    return switch (columns.getColumnType(at)) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> "INTEGER";
      case Types.BIGINT -> "BIGINT";
      case Types.REAL -> "FLOAT";
      case Types.FLOAT, Types.DOUBLE -> isMoney(name) ? name : "DOUBLE";
      case Types.NUMERIC, Types.DECIMAL -> decimal(columns, at);
      case Types.BOOLEAN -> "BOOLEAN";
      // PostgreSQL says BIT for its booleans and for its strings of bits.
      case Types.BIT ->
          name.toLowerCase(Locale.ROOT).startsWith("bool") ? "BOOLEAN" : bit(columns, at);
      case Types.CHAR,
          Types.VARCHAR,
          Types.LONGVARCHAR,
          Types.NCHAR,
          Types.NVARCHAR,
          Types.LONGNVARCHAR ->
          "VARCHAR";
      case Types.DATE -> "DATE";
      case Types.TIME, Types.TIME_WITH_TIMEZONE -> "TIME";
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> "TIMESTAMP";
      case Types.ARRAY -> array(name);
      default -> other(name);
    };
  }

  /** Amounts with a currency are formatted texts, which PostgreSQL's driver calls doubles. */
  private static boolean isMoney(String name) {
    return name.equalsIgnoreCase("money");
  }

  private static String decimal(ResultSetMetaData columns, int at) throws SQLException {
    boolean whole = columns.getPrecision(at) > 0 && columns.getScale(at) == 0;
    return whole ? "DECIMAL(38,0)" : FRACTIONS;
  }

  private static String bit(ResultSetMetaData columns, int at) throws SQLException {
    return columns.getPrecision(at) <= 1 && columns.getColumnClassName(at).endsWith("Boolean")
        ? "BOOLEAN"
        : "BIT";
  }

  /** Drivers write {@code _int4}, {@code integer[]} or {@code INTEGER ARRAY}. */
  static String array(String name) {
    String element =
        name.toLowerCase(Locale.ROOT)
            .replaceFirst("^_", "")
            .replaceFirst("(\\[\\d*\\]| array(\\[\\d*\\])?)$", "")
            .replaceFirst("\\(\\d+(, ?\\d+)?\\)$", "");
    return NUMBERS.contains(element) ? "DOUBLE[]" : name;
  }

  private static String other(String name) {
    return name.equalsIgnoreCase("uuid") ? "UUID" : name;
  }
}
