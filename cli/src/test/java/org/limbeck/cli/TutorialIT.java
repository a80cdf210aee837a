package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;

/** The commands of docs/tutorials/your-table-and-teacher.md; after {@code package}. */
class TutorialIT {
  private static final Page PAGE = Page.of("tutorials/your-table-and-teacher.md");

  @TempDir private Path folder = Path.of("");
  private Checkout checkout = new Checkout(folder);

  @BeforeEach
  void checkOut() throws IOException {
    checkout = Checkout.in(folder);
  }

  @AfterEach
  void unlink() throws IOException {
    checkout.unlink();
  }

  @Test
  void commands_fromTableToPrediction_doWhatThePageSays() throws Exception {
    Cli result = checkout.bash(String.join("", PAGE.blocks("sh")), Map.of());
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("(?m)^words +FLOAT\\[] +feature")
        .containsPattern("(?m)^card_payment_fee_charged +187$")
        .containsPattern("(?m)^minilm +balanced-t1 +\\d+\\.\\d ± ")
        .containsPattern("(?m)^teacher +robust\\(0\\.5\\) +\\d+\\.\\d ");
    assertThat(result.out().lines().filter(line -> line.matches("[a-zA-Z_?]+ [01]\\.\\d\\d")))
        .hasSize(3);
    for (String file : List.of("runs/banking77/report.html", "runs/intents/student.onnx")) {
      assertThat(folder.resolve(file)).isNotEmptyFile();
    }
    StudyPlan intents = StudyYaml.read(folder.resolve("intents.yaml"));
    assertThat(intents.data().options()).containsEntry("label", "intent");
  }

  @Test
  void studyFile_ofThePage_isTheExample() throws IOException {
    List<String> parts = PAGE.blocks("yaml");
    String shown = String.join("\n", parts.subList(0, parts.size() - 1));
    Path examples = Path.of("..", "examples");
    String example = Files.readString(examples.resolve("banking77.yaml"));
    assertThat(StudyYaml.parse(shown, "page", examples))
        .isEqualTo(StudyYaml.parse(example, "example", examples));
    StudyPlan own = StudyYaml.parse(parts.get(parts.size() - 1), "page", examples);
    assertThat(own.teacher()).isNotNull();
  }
}
