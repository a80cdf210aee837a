package org.limbeck.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.data.DataPlan;
import org.limbeck.plan.Role;
import org.limbeck.plan.StudyPlan;

class ValidationYamlTest {
  private static final String STUDY =
      """
      name: small
      data: {source: digits%s}
      seeds: [0]
      teacher: {network: mlp 8}
      student: {network: mlp 4}
      """;

  @TempDir private Path folder;

  private static DataPlan parse(String validation) {
    return StudyYaml.parse(STUDY.formatted(validation), "s.yaml", Path.of("/folder")).data();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void parse_allForms_readShareAndJudge() {
    assertThat(parse("").judge()).isEqualTo(0.5);
    assertThat(parse(", validation: 0.2")).isEqualTo(parse(", validation: {share: 0.2}"));
    assertThat(parse(", validation: {share: 0.2, judge: 0.3}").judge()).isEqualTo(0.3);
    assertThat(parse(", validation: {judge: 0}").judge()).isZero();
    assertThat(parse(", validation: {judge: 0}").validation()).isEqualTo(0.25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{judge: 1}|s.yaml:2: data.validation.judge: expected a number in [0, 1), found '1'",
        "{judge: half}|data.validation.judge: expected a number in [0, 1), found 'half'",
        "{part: 1}|data.validation.part: unknown key",
        "{share: 1.5}|data.validation: expected (0, 1), found 1.5",
      })
  void parse_badValue_saysWhatAndWhere(String validation, String message) {
    assertThatThrownBy(() -> parse(", validation: " + validation))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message);
  }

  @Test
  void read_newStudyThatSharesValidation_isRefusedWithTheReason() throws IOException {
    Path file = file("new.yaml", STUDY.formatted(", validation: {judge: shared}"));
    assertThatThrownBy(() -> StudyYaml.read(file))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(
            "data.validation.judge: shared is for directories of earlier versions");
  }

  @Test
  void readWritten_fileOfAnEarlierVersion_sharesValidationAndSurvivesWriting() throws IOException {
    Path earlier = file("study.yaml", STUDY.formatted(", validation: 0.2"));
    StudyPlan plan = StudyYaml.readWritten(earlier);
    assertThat(plan.data().judge()).isNull();
    assertThat(plan.data().validation()).isEqualTo(0.2);
    Path written = file("written.yaml", StudyYaml.write(plan));
    assertThat(StudyYaml.readWritten(written)).isEqualTo(plan);
    assertThat(Files.readString(written)).contains("judge: shared");
  }

  /** The file that began the study, and one without the key, continue it. */
  @ParameterizedTest
  @CsvSource({"', validation: 0.2'", "', validation: {share: 0.2}'", "''"})
  void readOver_fileOfAnEarlierVersion_keepsItsRule(String validation) throws IOException {
    Path earlier = file("study.yaml", STUDY.formatted(", validation: 0.2"));
    StudyPlan plan =
        StudyYaml.readOver(
                file("more.yaml", STUDY.formatted(validation)), earlier, EnumSet.allOf(Role.class))
            .plan();
    assertThat(plan.data()).isEqualTo(StudyYaml.readWritten(earlier).data());
  }
}
