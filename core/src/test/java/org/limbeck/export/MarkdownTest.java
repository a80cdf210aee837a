package org.limbeck.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "cat = cat",
        "a|b = a\\|b",
        "a\\|b = a\\\\\\|b",
        "<b>x</b> = \\<b\\>x\\</b\\>",
        "*x* _y_ `z` = \\*x\\* \\_y\\_ \\`z\\`",
        "[a](b) &amp; ~c~ = \\[a\\](b) \\&amp; \\~c\\~",
        "\u732b \ud83d\udc08 = \u732b \ud83d\udc08"
      })
  void escape_specialCharacters_areSetOff(String text, String expected) {
    assertThat(Markdown.escape(text)).isEqualTo(expected);
  }

  @Test
  void escape_lineBreaks_becomeBlanks() {
    assertThat(Markdown.escape("a\nb\r\tc\u2028d")).isEqualTo("a b  c d");
  }

  @Test
  void table_rows_haveOneLineEach() {
    assertThat(Markdown.table(1, List.of("A", "B"), List.of(List.of("x", "1"))))
        .isEqualTo("| A | B |\n|---|---:|\n| x | 1 |\n");
  }
}
