package org.limbeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.limbeck.Golden;
import org.limbeck.base.Json;

class RunRecordTest {
  private static void assertAsBefore(String file, RunRecord record) throws JsonProcessingException {
    Golden.check(file, Json.pretty(record));
    String before = new String(Golden.read(file), StandardCharsets.UTF_8);
    RunRecord read = Json.read(before, RunRecord.class);
    assertThat(read).isEqualTo(record);
    assertThat(read.intact()).isTrue();
    assertThat(read.spec().id()).isEqualTo(read.id());
  }

  @Test
  void json_teacher_isAsInEarlierVersions() throws JsonProcessingException {
    assertAsBefore("run-teacher.json", Records.teacher());
  }

  @Test
  void json_studentWithGroups_isAsInEarlierVersions() throws JsonProcessingException {
    assertAsBefore("run-student.json", Records.student());
  }
}
