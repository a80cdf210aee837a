package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.LimbeckException;
import org.limbeck.compare.Runs;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.StudyDirectory;

/** A finished study whose files were altered: who reads them notices, and the study mends them. */
class DamagedStudyTest {
  private static final StudyPlan PLAN = Runs.plan(1, 0L);

  @TempDir private static Path finished;
  @TempDir private Path study;
  private final List<String> warnings = new ArrayList<>();

  @BeforeAll
  static void train() {
    StudyWorkflow.run(PLAN, finished);
  }

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(finished)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = study.resolve(finished.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private void run() {
    StudyWorkflow.run(PLAN, study, StudyOptions.builder().warnings(warnings::add).build());
  }

  private Path record() {
    return study.resolve(StudyDirectory.RECORD);
  }

  private static String exported() {
    return StudyDirectory.readRecord(finished)
        .map(record -> record.exported().get("student.onnx"))
        .orElseThrow();
  }

  private static String firstRun() {
    return StudyDirectory.readRecord(finished).orElseThrow().runs().get(0);
  }

  @Test
  void run_intactStudy_warnsOfNothing() {
    run();
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "sum", "torn"})
  void read_alteredStudyRecord_isNoticedByEveryReaderAndMadeAgain(String damage)
      throws IOException {
    String whole = Files.readString(record());
    String altered =
        switch (damage) {
          case "run" -> whole.replace(firstRun(), "0123456789abcdef");
          case "sum" -> whole.replace(exported(), "0".repeat(64));
          default -> whole.substring(0, whole.length() / 2);
        };
    assertThat(altered).isNotEqualTo(whole);
    Files.writeString(record(), altered);
    assertThatThrownBy(() -> ReportWorkflow.write(study))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("study.json: damaged or altered");
    assertThatThrownBy(() -> Diagnose.study(study))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("study.json: damaged or altered");
    run();
    assertThat(warnings)
        .containsExactly(record() + ": damaged or altered; it is made anew from the runs");
    assertThat(StudyDirectory.readRecord(study).orElseThrow().runs())
        .isEqualTo(StudyDirectory.readRecord(finished).orElseThrow().runs());
    assertThat(ReportWorkflow.write(study).unfinished()).isEmpty();
  }

  @Test
  void run_alteredSplitFile_isMadeAgainWithAWarning() throws IOException {
    Path split;
    try (Stream<Path> files = Files.list(study)) {
      split = files.filter(file -> file.toString().contains("split-")).findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(split);
    Files.writeString(split, "split,index\ntest,0\n");
    run();
    assertThat(warnings)
        .containsExactly(split + ": damaged or altered; it is made anew from the data");
    assertThat(split).hasBinaryContent(whole);
  }

  @Test
  void report_damagedRun_isRefusedWithARemedy() throws IOException {
    Path run = study.resolve("runs").resolve(firstRun());
    Files.writeString(run.resolve("history.csv"), "epoch\n");
    assertThatThrownBy(() -> ReportWorkflow.write(study))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            "%s: the run is missing, damaged or altered; run limbeck study again, which does such"
                + " a run anew",
            run);
    assertThatThrownBy(() -> Diagnose.study(study)).hasMessageContaining("missing, damaged");
  }
}
