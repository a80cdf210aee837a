package org.limbeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.Golden;
import org.limbeck.base.Json;

class StudyRecordTest {
  @Test
  void json_finishedStudy_isAsInEarlierVersions() throws JsonProcessingException {
    var record =
        new StudyRecord(
            3,
            "toy",
            List.of("0123456789abcdef", "fedcba9876543210"),
            Map.of("version", "ab".repeat(32), "student.onnx", "cd".repeat(32)));
    Golden.check("study.json", Json.pretty(record));
    String before = new String(Golden.read("study.json"), StandardCharsets.UTF_8);
    assertThat(Json.read(before, StudyRecord.class)).isEqualTo(record);
  }
}
