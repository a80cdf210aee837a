package org.limbeck.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host/birds?user=ann&password=x",
        "JDBC:postgresql://host/birds?sslPassword=x",
        "jdbc:mysql://ann:x@host/birds",
        "jdbc:oracle:thin:ann/x@//host/birds",
        "jdbc:sqlserver://host;databaseName=birds;Password = x",
        "jdbc:h2:mem:birds;PWD=x"
      })
  void hasPassword_password_isFound(String url) {
    assertThat(DatabaseUrl.hasPassword(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host:5432/birds?user=ann&sslmode=verify-full",
        "jdbc:postgresql://[::1]:5432/birds",
        "jdbc:mysql://ann@host:3306/birds",
        "jdbc:sqlserver://host:1433;databaseName=birds",
        "birds.csv?password=x"
      })
  void hasPassword_none_isNotFound(String url) {
    assertThat(DatabaseUrl.hasPassword(url)).isFalse();
  }

  @Test
  void shown_url_hasNoParametersAndNoUser() {
    assertThat(DatabaseUrl.shown("jdbc:postgresql://ann@host/birds?user=ann&a=b"))
        .isEqualTo("jdbc:postgresql://host/birds");
  }
}
