package org.limbeck.table.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.base.DatabaseUrl;

/** Users, passwords and rights, with a PostgreSQL server. */
@Tag("postgres")
class PostgresConnectionTest {
  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
    server.execute("CREATE USER locked PASSWORD 'ex4mple'; CREATE TABLE birds (x int)");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void open_userAndPasswordOfTheEnvironment_areUsed() throws SQLException {
    Map<String, String> environment =
        Map.of(DatabaseUrl.USER, "locked", DatabaseUrl.PASSWORD, "ex4mple");
    try (Connection opened = JdbcConnection.open(server.urlWithoutUser(), environment::get)) {
      assertThat(opened.getMetaData().getUserName()).isEqualTo("locked");
      assertThat(opened.isReadOnly()).isTrue();
    }
  }

  @Test
  void open_wrongPassword_isAnErrorWithoutIt() {
    Map<String, String> environment =
        Map.of(DatabaseUrl.USER, "locked", DatabaseUrl.PASSWORD, "wr0ng");
    String url = server.urlWithoutUser() + "?sslmode=disable";
    assertThatThrownBy(() -> JdbcConnection.open(url, environment::get))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("cannot be opened: FATAL: password authentication failed")
        .hasMessageContaining(DatabaseUrl.PASSWORD)
        .hasMessageNotContainingAny("wr0ng", "sslmode");
  }

  @Test
  void open_statementsThatWrite_areRefusedByTheServer() throws SQLException {
    try (Connection opened = JdbcConnection.open(server.url(), name -> null);
        Statement statement = opened.createStatement()) {
      for (String sql : new String[] {"DELETE FROM birds", "SELECT 1 AS a INTO other"}) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("read-only");
        opened.rollback();
      }
      assertThatThrownBy(
              () ->
                  statement.executeQuery(
                      "SELECT set_config('transaction_read_only', 'off', false), count(*) FROM birds"))
          .isInstanceOf(SQLException.class);
    }
  }
}
