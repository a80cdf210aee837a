package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.compare.Runs;
import org.limbeck.data.DataPlan;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;

class ParallelismChoiceTest {
  private static final StudyRuns TABLE = new StudyRuns(Runs.plan(1, 0L));
  private static final int CORES = 4;

  @TempDir private Path folder;

  private Parallelism choice(StudyRuns runs, int cores) {
    return ParallelismChoice.of(runs, cores, ComputeDevice.CPU, folder);
  }

  private Path file() {
    return folder.resolve(ParallelismChoice.FILE);
  }

  /** The same study with other networks. */
  private static StudyRuns withNetworks(String teacher, String student) {
    StudyPlan plan = Runs.plan(1, 0L);
    return new StudyRuns(
        plan.toBuilder()
            .teacher(with(plan.teacher().trained().orElseThrow(), teacher))
            .student(with(plan.student(), student))
            .build());
  }

  private static RolePlan with(RolePlan role, String network) {
    return role.toBuilder()
        .network(NetworkSpec.parse(network))
        .objectives(List.of("standard"))
        .recipes(List.of())
        .build();
  }

  @Test
  void of_table_givesEachRunOneThreadWithoutTiming() throws IOException {
    Path csv = folder.resolve("table.csv");
    List<String> lines = new ArrayList<>(List.of("x,class"));
    for (int i = 0; i < 80; i++) {
      lines.add(i + "," + (i % 2 == 0 ? "even" : "odd"));
    }
    Files.write(csv, lines);
    DataPlan data = DataPlan.of("csv", null).with("train", csv.toString());
    // Rows of a table have no channels, rows and columns: to time a step on them would fail.
    var runs = new StudyRuns(Runs.plan(1, 0L).withData(data));
    assertThat(choice(runs, 6)).isEqualTo(new Parallelism(6, 1, 1));
  }

  @Test
  void of_imageNetworkInOneRole_timesThatRoleAlone() throws IOException {
    Parallelism chosen = choice(withNetworks("resnet8 x0.1", "mlp 8"), 2);
    assertThat(chosen.cores()).isEqualTo(2);
    assertThat(chosen.teacherThreads()).isBetween(1, 2);
    assertThat(chosen.studentThreads()).isEqualTo(1);
    assertThat(file()).isNotEmptyFile();
    String written = Files.readString(file());
    assertThat(choice(withNetworks("resnet8 x0.1", "mlp 8"), 2)).isEqualTo(chosen);
    assertThat(Files.readString(file())).isEqualTo(written);
  }

  @Test
  void of_choiceMadeBefore_isKept() throws IOException {
    // No timing would say this of small networks.
    String kept = "{\"cores\" : 4, \"teacherThreads\" : 2, \"studentThreads\" : 4}";
    Files.writeString(file(), kept);
    assertThat(choice(TABLE, CORES)).isEqualTo(new Parallelism(4, 2, 4));
    assertThat(Files.readString(file())).isEqualTo(kept);
  }

  @Test
  void of_otherNumberOfCores_choosesAgain() throws IOException {
    Files.writeString(file(), "{\"cores\" : 4, \"teacherThreads\" : 2, \"studentThreads\" : 4}");
    assertThat(choice(TABLE, 8)).isEqualTo(new Parallelism(8, 1, 1));
    assertThat(choice(TABLE, 8)).isEqualTo(new Parallelism(8, 1, 1));
    assertThat(Files.readString(file())).contains("\"cores\" : 8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[4]",
        "{\"cores\" : 4",
        "{\"cores\" : 4, \"teacherThreads\" : 5, \"studentThreads\" : 1}",
        "{\"cores\" : 4, \"teacherThreads\" : 0, \"studentThreads\" : 1}",
        "{\"cores\" : 4, \"teacherThreads\" : 2, \"studentThreads\" : 2, \"more\" : 1}",
        "\u00ff\u00fe"
      })
  void of_damagedFile_choosesAgain(String content) throws IOException {
    Files.write(file(), content.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(choice(TABLE, CORES)).isEqualTo(new Parallelism(CORES, 1, 1));
    assertThat(Files.readString(file())).contains("\"teacherThreads\" : 1");
  }
}
