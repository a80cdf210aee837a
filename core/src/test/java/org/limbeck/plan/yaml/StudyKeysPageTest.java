package org.limbeck.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StudyKeysPageTest {
  private static final Path PAGE = Path.of("..", "docs", "study-keys.md");

  /** {@code mvn test -Dtest=StudyKeysPageTest -Dlimbeck.docs=write} writes the page anew. */
  @Test
  void markdown_ofAllKeys_isThePageInTheDocumentation() throws IOException {
    String page = StudyKeysPage.markdown();
    if ("write".equals(System.getProperty("limbeck.docs"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
