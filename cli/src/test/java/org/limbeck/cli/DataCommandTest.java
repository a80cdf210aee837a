package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
  @Test
  void list_always_namesTheBuiltInData() {
    var result = Cli.run("data", "list");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("digits  UCI optical digits", "csv ");
  }

  @Test
  void describe_digits_countsEveryClassInEverySplit() {
    var result = Cli.run("data", "describe", "digits", "--ratio", "50");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("digits: 10 classes, examples of shape [1, 8, 8]", "CC BY 4.0", "fingerprint: ")
        .containsPattern("(?m)^0 +282 +94 +178 +█{40}$")
        .containsPattern("(?m)^9 +5 +96 +180 +█$")
        .containsPattern("(?m)^all +\\d+ +\\d+ +1797$");
  }

  @Test
  void describe_studyFile_describesItsData(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("s.yaml"),
            """
            name: s
            data: {source: digits, validation: 0.5}
            seeds: [0]
            teacher: {network: mlp 4}
            student: {network: mlp 4}
            """);
    assertThat(Cli.run("data", "describe", file).out()).containsPattern("(?m)^0 +188 +188 +178 ");
    assertThat(Cli.run("data", "describe", file, "--ratio", "3").code()).isEqualTo(2);
  }

  @Test
  void describe_unknown_suggestsTheNearest() {
    var result = Cli.run("data", "describe", "digit");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("no data source 'digit'; did you mean 'digits'?");
    assertThat(Cli.run("data", "describe", "digits", "--ratio", "0").err())
        .contains("--ratio: expected a number of 1 or more, found 0.0");
  }
}
