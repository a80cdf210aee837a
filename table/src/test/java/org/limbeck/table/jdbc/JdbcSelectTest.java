package org.limbeck.table.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.LimbeckException;
import org.limbeck.table.scan.TableOptions;

class JdbcSelectTest {
  private static final String URL = "jdbc:nothing://host/birds?user=ann";

  private static TableOptions options(String... keys) {
    Map<String, String> options = new LinkedHashMap<>(Map.of("from", URL));
    for (int i = 0; i < keys.length; i += 2) {
      options.put(keys[i], keys[i + 1]);
    }
    return TableOptions.of(options);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from a order by b",
        "-- birds\n/* all\n of them */ WITH a AS (SELECT 1) SELECT * FROM a ORDER BY 1;\n",
        "(SELECT 1) UNION (SELECT 2) ORDER BY 1",
        "VALUES (1) ORDER BY 1",
        "SELECT 'a)' AS \"(\" FROM b ORDER BY lower(c), d -- )"
      })
  void require_select_isAccepted(String sql) {
    assertThatCode(() -> JdbcSelect.require(options("sql", sql))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE a SET b = 1 ORDER BY 1",
        "selected ORDER BY 1",
        "SELECT 1 ORDER BY 1; SELECT 2",
        "/* SELECT */ CALL f() -- ORDER BY",
        "EXPLAIN SELECT 1 ORDER BY 1"
      })
  void require_anythingElse_isRefused(String sql) {
    assertThatThrownBy(() -> JdbcSelect.require(options("sql", sql)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("data.sql: one SELECT statement is expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM (SELECT * FROM a ORDER BY b) t",
        "SELECT row_number() OVER (PARTITION BY (b) ORDER BY c) FROM a",
        "SELECT * FROM a -- ORDER BY b",
        "SELECT * FROM a /* ORDER\nBY b */",
        "SELECT ' ORDER BY ' AS \" ORDER BY \", $x$ ORDER BY $x$ FROM a"
      })
  void require_orderOfNoRows_isRefused(String sql) {
    assertThatThrownBy(() -> JdbcSelect.require(options("sql", sql)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("data.sql: a database gives the rows in no fixed order");
    assertThatCode(() -> JdbcSelect.require(options("sql", sql, "id", "b")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_int4|DOUBLE[]",
        "_numeric|DOUBLE[]",
        "double precision[]|DOUBLE[]",
        "INTEGER ARRAY|DOUBLE[]",
        "NUMERIC(4, 2) ARRAY[9]|DOUBLE[]",
        "_interval|_interval",
        "interval[]|interval[]",
        "_int4range|_int4range",
        "int4range[]|int4range[]",
        "_money|_money"
      })
  void array_numbersOnly_areLists(String name, String type) {
    assertThat(JdbcTypes.array(name)).isEqualTo(type);
  }

  @Test
  void ordered_id_isTheOrder() {
    assertThat(JdbcSelect.ordered(options("table", "a.b", "where", "x > 1", "id", "A\"b"), "\""))
        .isEqualTo(
            "SELECT * FROM (SELECT * FROM a.b WHERE (\nx > 1\n)\n) rows_of_limbeck ORDER BY \"A\"\"b\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label|x|either data.table names a table or data.sql is a SELECT",
        "table|a b|data.table: 'a b' is not a plain name",
        "validation|v.csv|data.validation: names files, but data.from is a database",
        "separator|tab|data.separator: is for files",
        "from|[\"jdbc:a:b\",\"jdbc:a:c\"]|the URL of a database stands alone",
        "from|jdbc:a://host/b?password=secret|data.from: the URL has a password"
      })
  void options_thatDoNotFit_areErrors(String key, String value, String message) {
    assertThatThrownBy(() -> options(key, value))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }

  @Test
  void open_noDriver_isAnErrorWithAdvice() {
    TableOptions options = options("table", "birds", "id", "a");
    assertThatThrownBy(() -> JdbcQuery.open(URL, options, Duration.ofSeconds(9)))
        .hasMessageContaining("data.from: jdbc:nothing://host/birds: no driver")
        .hasMessageContaining("LIMBECK_PLUGINS");
    assertThatThrownBy(() -> JdbcQuery.open("jdbc:duckdb:a.db", options, Duration.ofSeconds(9)))
        .hasMessageContaining("export the table as Parquet");
  }
}
