package org.limbeck.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;

class CharsetsTest {
  @Test
  void named_nameOrAlias_isFound() {
    assertThat(Charsets.named("--encoding", "iso-8859-1")).isEqualTo(StandardCharsets.ISO_8859_1);
    assertThat(Charsets.named("--encoding", "latin1")).isEqualTo(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ISO-8859-l | did you mean 'ISO-8859-1'?
          windows1252 | did you mean 'windows-1252'?
          UTF 8      | did you mean 'UTF-8'?
          my own     | known: UTF-8, ISO-8859-1, windows-1252, UTF-16
          """)
  void named_unknown_isRefusedWithTheNearest(String name, String hint) {
    assertThatThrownBy(() -> Charsets.named("data.encoding", name))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("data.encoding: no charset '" + name + "'; ")
        .hasMessageContaining(hint);
  }

  @Test
  void strictText_badByte_namesItsPlace() {
    byte[] bytes = "one\r\ntwö\r\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> StrictText.of(bytes, "names.txt", "save it as UTF-8"))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            "names.txt, line 2: byte 0xF6 at character 3 of the line is not text in UTF-8; save it"
                + " as UTF-8");
    assertThat(StrictText.of("twö".getBytes(StandardCharsets.UTF_8), "", "")).isEqualTo("twö");
  }

  @Test
  void strictText_textThatEndsWithinACharacter_isRefused() {
    byte[] bytes = {'a', (byte) 0xE2, (byte) 0x82};
    assertThatThrownBy(() -> StrictText.of(bytes, "names.txt", "save it as UTF-8"))
        .hasMessageContaining("line 1: byte 0xE2 at character 2 of the line");
  }
}
