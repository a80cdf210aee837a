package org.limbeck.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvTextTest {
  @Test
  void of_plainFields_quotesNone() {
    Stream<List<String>> rows = Stream.of(List.of("a b", "", "-1.5E-7"), List.of("", "", ""));
    assertThat(CsvText.of(List.of("name", "x", "y"), rows))
        .isEqualTo("name,x,y\na b,,-1.5E-7\n,,\n");
  }

  @Test
  void of_commaQuoteOrLineEnd_quotesTheField() {
    Stream<List<String>> rows = Stream.of(List.of("post-shift(0.1, 1)", "a \"b\"", "c\nd"));
    assertThat(CsvText.of(List.of("1", "2", "3"), rows, 100))
        .isEqualTo("1,2,3\n\"post-shift(0.1, 1)\",\"a \"\"b\"\"\",\"c\nd\"\n");
  }

  @Test
  void of_noRows_isTheHeader() {
    assertThat(CsvText.of(List.of("split", "index"), Stream.of())).isEqualTo("split,index\n");
  }
}
