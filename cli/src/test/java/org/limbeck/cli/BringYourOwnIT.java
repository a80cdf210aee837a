package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;

/** The commands of docs/bring-your-own.md, as they are; after {@code package}. */
class BringYourOwnIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void commands_ofThePage_doWhatItSays() throws Exception {
    Checkout checkout = Checkout.in(folder);
    try {
      String script = String.join("", Page.of("bring-your-own.md").blocks("sh"));
      Cli result = checkout.bash(script, Map.of());
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.out())
          .contains("banking77.train: 10,003 rows, 4 columns")
          .contains("decide: column 'id' differs in nearly every row")
          .containsPattern("(?m)^teacher +robust\\(0\\.5\\) ")
          .containsPattern("(?m)^ensemble +standard ")
          .containsPattern("worst-class accuracy +0\\.5");
    } finally {
      checkout.unlink();
    }
    StudyPlan first = StudyYaml.read(folder.resolve("runs/first/study.yaml"));
    assertThat(first.seeds()).containsExactly(0L, 1L);
    for (String study : new String[] {"first", "intents", "big", "small", "together"}) {
      assertThat(folder.resolve("runs").resolve(study).resolve("student.onnx")).isNotEmptyFile();
    }
    assertThat(Files.readString(folder.resolve("intents.yaml"))).contains("missing", "words");
  }
}
