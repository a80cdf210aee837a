package org.limbeck.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CamelNamesTest {
  @Test
  void camel_columns_becomeNamesOfComponents() {
    assertThat(JsonNames.camel("worst_class_accuracy")).isEqualTo("worstClassAccuracy");
    assertThat(JsonNames.camel("accuracy")).isEqualTo("accuracy");
  }
}
