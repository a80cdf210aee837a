package org.limbeck.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void text_markup_isEscaped() {
    assertThat(new Html().text("<a & \"b\" 'c'>").toString())
        .isEqualTo("&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;");
  }

  @Test
  void element_attribute_isEscaped() {
    assertThat(new Html().element("td", "x", "title", "\"><b>").toString())
        .isEqualTo("<td title=\"&quot;&gt;&lt;b&gt;\">x</td>");
  }

  @Test
  void text_controlCharacters_areReplaced() {
    assertThat(new Html().text("a\u0000\r\tb").toString()).isEqualTo("a\ufffd\ufffd\tb");
  }

  @Test
  void close_ofAnother_isRefused() {
    assertThatThrownBy(() -> new Html().open("p").close("div"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected to close p, found div");
  }

  @Test
  void toString_withOpenElements_isRefused() {
    assertThatThrownBy(() -> new Html().open("p").toString())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not closed: [p]");
  }
}
