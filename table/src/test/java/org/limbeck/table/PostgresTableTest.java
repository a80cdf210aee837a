package org.limbeck.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.table.Tables.load;
import static org.limbeck.table.Tables.values;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.data.SourceData;
import org.limbeck.data.column.Column;
import org.limbeck.table.jdbc.PostgresServer;

/** The source {@code table} with a PostgreSQL server. */
@Tag("postgres")
class PostgresTableTest {
  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
    server.execute(
        """
        CREATE SEQUENCE counter;
        CREATE TYPE size AS ENUM ('small', 'large');
        CREATE TABLE birds (
          "Id" text, kind varchar(9), part text, w numeric(4, 2), i int, b bigint, s smallint,
          n numeric, d double precision, r real, f boolean, t text, c char(3), e size, u uuid,
          v real[], day date);
        INSERT INTO birds VALUES
          ('b', '1', 'train', 0.5, 1, 2, 3, 4.5, 5.25, 6.5, true, 'x', 'yy', 'small',
           '00000000-0000-0000-0000-000000000001', '{1,2}', '2020-01-01'),
          ('c', '01', 'train', 1, 11, 12, 13, 14.5, 15.25, 16.5, false, 'z', 'y', 'large',
           '00000000-0000-0000-0000-000000000002', '{3,4.5}', '2020-01-02'),
          ('a', '01', 'test', 2, 21, 22, 23, NULL, 'NaN', 26.5, NULL, NULL, '', 'small',
           NULL, NULL, NULL);
        CREATE TABLE many AS SELECT i AS id, i % 3 AS kind, i / 7.0 AS x, -i AS y
          FROM generate_series(1, 50000) AS rows(i);
        CREATE TABLE bad (id int, kind text, fraction numeric, money money, nested int[][], js json);
        INSERT INTO bad VALUES (1, 'a', 1.5, 1, '{{1,2},{3,4}}', '{}'), (2, 'b', 2.5, 2, NULL, '{}');
        """);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void load_numbers_areFeaturesInTheOrderOfTheIds() {
    SourceData data =
        load(
            server.url(),
            "table",
            "public.birds",
            "label",
            "kind",
            "id",
            "Id",
            "weight",
            "w",
            "features",
            "[\"i\",\"b\",\"s\",\"r\"]");
    assertThat(data.classNames()).containsExactly("01", "1");
    assertThat(data.name()).isEqualTo("public.birds");
    assertThat(data.train().details().ids()).containsExactly("a", "b", "c");
    assertThat(data.train().details().weights()).containsExactly(2, 0.5f, 1);
    assertThat(values(data.train()))
        .containsExactly(21, 22, 23, 26.5f, 1, 2, 3, 6.5f, 11, 12, 13, 16.5f);
    assertThat(data.columns()).isEmpty();
  }

  @Test
  void load_allTypes_areColumnsWithMissingValues() {
    SourceData data =
        load(
            server.url(),
            "table",
            "birds",
            "label",
            "kind",
            "id",
            "Id",
            "split",
            "part",
            "ignore",
            "[\"day\",\"w\"]",
            "missing",
            "flag");
    assertThat(data.columns().orElseThrow().columns())
        .extracting(Column::name)
        .containsExactly("i", "b", "s", "n", "d", "r", "f", "t", "c", "e", "u", "v");
    assertThat(values(data.train()))
        .startsWith(1, 2, 3, 4.5f, 5.25f, 6.5f, 1)
        .endsWith(3, 4.5f)
        .doesNotContain(Float.NaN);
    float[] test = values(data.test().orElseThrow());
    assertThat(test).startsWith(21, 22, 23, Float.NaN, Float.NaN, 26.5f, Float.NaN, Float.NaN);
    assertThat(test).endsWith(Float.NaN, Float.NaN);
  }

  @Test
  void load_selectAndCondition_chooseTheRows() {
    SourceData data =
        load(
            server.url(),
            "sql",
            "SELECT i, kind AS class FROM birds WHERE i < 20 ORDER BY i DESC; ");
    assertThat(values(data.train())).containsExactly(11, 1);
    SourceData chosen =
        load(
            server.url(),
            "table",
            "birds",
            "where",
            "i > 5 -- large",
            "label",
            "part",
            "id",
            "Id",
            "features",
            "[\"i\"]");
    assertThat(values(chosen.train())).containsExactly(21, 11);
  }

  @Test
  void load_manyRows_areStreamed() {
    SourceData data = load(server.url(), "table", "many", "label", "kind", "id", "id");
    assertThat(data.train().size()).isEqualTo(50_000);
    assertThat(values(data.train())).startsWith(1 / 7f, -1, 2 / 7f, -2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM birds|data.sql: a database gives the rows in no fixed order",
        "DELETE FROM birds|data.sql: one SELECT statement is expected",
        "SELECT 1 AS x ORDER BY 1; DROP TABLE birds|data.sql: one SELECT statement is expected",
        "WITH gone AS (DELETE FROM birds RETURNING *) SELECT * FROM gone ORDER BY i|read-only",
        "SELECT kind AS class, nextval('counter') AS x FROM birds ORDER BY i|read-only",
        "SELECT kind AS class, wing FROM birds ORDER BY i|column \"wing\" does not exist",
        "SELECT kind AS class, i AS x, b AS x FROM birds ORDER BY i|two columns are called 'x'",
        "SELECT kind AS class, i / (i - 11) AS x FROM birds ORDER BY i|division by zero",
        "SELECT kind, i FROM birds ORDER BY i|data.label: no column 'class'",
        "SELECT kind AS class, day FROM birds ORDER BY i|extract(year FROM \"day\")",
        "SELECT fraction AS class, id FROM bad ORDER BY id|CAST(\"class\" AS BIGINT)",
        "SELECT kind AS class, money FROM bad ORDER BY id|is money, which is not a feature",
        "SELECT kind AS class, js FROM bad ORDER BY id|is json, which is not a feature",
        "SELECT kind AS class, nested FROM bad ORDER BY id|a list with lists or texts in it",
        "SELECT kind AS class, v FROM birds ORDER BY i|values are missing in 'v' in 1",
        "SELECT class, v FROM (VALUES (1, '{1,2}'::real[]), (2, '{1}')) t(class, v) ORDER BY 1|a list of 1 numbers, that of the first row has 2"
      })
  void load_badQuery_isAnError(String sql, String message) {
    assertThatThrownBy(() -> load(server.url(), "sql", sql))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("user=");
  }
}
