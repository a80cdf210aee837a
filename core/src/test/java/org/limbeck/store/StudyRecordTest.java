package org.limbeck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.Golden;
import org.limbeck.LimbeckException;
import org.limbeck.base.Json;

class StudyRecordTest {
  private static final StudyRecord RECORD =
      StudyRecord.of(
          "toy",
          List.of("0123456789abcdef", "fedcba9876543210"),
          Map.of("version", "ab".repeat(32), "student.onnx", "cd".repeat(32)));

  /** As earlier versions wrote it. */
  private static final String UNSEALED =
      """
      {
        "exported" : { },
        "formatVersion" : 3,
        "name" : "toy",
        "runs" : [ "0123456789abcdef" ]
      }
      """;

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("study.json"), text);
  }

  @Test
  void json_finishedStudy_isAsInEarlierVersions() throws IOException {
    Golden.check("study.json", Json.pretty(RECORD));
    String before = new String(Golden.read("study.json"), StandardCharsets.UTF_8);
    assertThat(StudyRecord.read(file(before))).contains(RECORD);
  }

  @Test
  void read_recordOfAVersionWithoutChecksums_isAccepted() throws IOException {
    assertThat(StudyRecord.read(file(UNSEALED)).orElseThrow().runs())
        .containsExactly("0123456789abcdef");
    assertThat(StudyRecord.read(folder.resolve("none.json"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0123456789abcdef,0123456789abcdee", "cdcd,cdce", "toy,boy", "runs,rums"})
  void read_alteredRecord_isRefusedAndCountsAsNoneWhereItIsMadeAgain(String old, String changed)
      throws IOException {
    Path file = file(Json.pretty(RECORD).replaceFirst(old, changed));
    assertThatThrownBy(() -> StudyRecord.read(file))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            "%s: damaged or altered: it is not what its checksum says; run limbeck study again,"
                + " which makes it anew from the runs",
            file);
    assertThat(StudyRecord.readIfIntact(file)).isEmpty();
  }

  @Test
  void read_noRecord_isRefused() throws IOException {
    for (String text : List.of("", "{}", "null", "[1]", "{\"runs\": ")) {
      Path file = file(text);
      assertThatThrownBy(() -> StudyRecord.read(file)).isInstanceOf(LimbeckException.class);
    }
    Path binary = Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xff, 0});
    assertThatThrownBy(() -> StudyRecord.read(binary)).isInstanceOf(LimbeckException.class);
  }
}
