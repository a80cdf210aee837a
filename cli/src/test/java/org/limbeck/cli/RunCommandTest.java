package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.store.RunDirectory;
import org.limbeck.study.LocalLauncher;
import org.limbeck.study.RunLauncher;
import org.limbeck.study.RunNode;
import org.limbeck.workflow.StudyOptions;
import org.limbeck.workflow.StudyWorkflow;

class RunCommandTest {
  private static final String STUDY =
      """
      name: tiny
      data: {source: digits, longTail: {ratio: 50}}
      seeds: [0]
      teacher: {network: mlp 16, objectives: [standard], train: {epochs: EPOCHS}}
      student:
        network: mlp 4
        objectives: [standard, balanced]
        recipes: [{from: post-shift, delta: [0.5]}]
        train: {epochs: 3}
      """;

  @TempDir private Path folder = Path.of("");
  private Path study = Path.of("");

  @BeforeEach
  void name() {
    study = folder.resolve("study");
  }

  private static StudyPlan plan(int epochs) {
    return StudyYaml.parse(
        STUDY.replace("EPOCHS", Integer.toString(epochs)), "tiny.yaml", Path.of(""));
  }

  /** Has each run done by {@code limbeck run} in a process of its own, two at a time. */
  private record ProcessLauncher(Path study) implements RunLauncher {
    @Override
    public void launch(List<RunNode> roots, Consumer<RunNode> work) {
      new LocalLauncher(2)
          .launch(
              roots,
              node -> {
                run(node);
                work.accept(node);
              });
    }

    private void run(RunNode node) {
      Path log = study.resolveSibling(node.runId() + ".log");
      try {
        Process process = start(study, node.runId(), Integer.toString(node.threads()), log);
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
      assertThat(new RunDirectory(study, node.runId()).finished()).isPresent();
    }
  }

  private static Process start(Path study, String runId, String threads, Path log)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"));
    line.add("-cp");
    line.add(
        Objects.requireNonNullElse(
            System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path")));
    line.add(Main.class.getName());
    line.addAll(List.of("run", study.toString(), runId, "--threads", threads));
    return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  @Test
  void run_studyOfSeparateProcesses_hasTheBytesOfOneProcess() throws IOException {
    Path whole = folder.resolve("whole");
    StudyWorkflow.run(plan(3), whole);
    StudyOptions options = StudyOptions.builder().launcher(new ProcessLauncher(study)).build();
    StudyWorkflow.run(plan(3), study, options);
    List<String> files = files(whole);
    assertThat(files(study)).isEqualTo(files);
    assertThat(files).filteredOn(file -> file.endsWith("run.json")).hasSize(5);
    for (String file : files) {
      if (!measuresSeconds(file)) {
        assertThat(study.resolve(file)).as(file).hasSameBinaryContentAs(whole.resolve(file));
      }
    }
  }

  /**
   * Records hold measured seconds; the report is made from them, study.json has their checksums.
   */
  private static boolean measuresSeconds(String file) {
    return file.endsWith("run.json") || file.endsWith("history.csv") || file.equals("study.json");
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Begins a study; returns the ids of its runs, teacher first. */
  private List<String> begin(StudyPlan plan) {
    List<String> ids = new ArrayList<>();
    RunLauncher collecting =
        (roots, work) -> {
          ids.add(roots.get(0).runId());
          roots.get(0).then().forEach(next -> ids.add(next.runId()));
          throw new IllegalStateException("collected");
        };
    StudyOptions options = StudyOptions.builder().launcher(collecting).build();
    assertThatThrownBy(() -> StudyWorkflow.run(plan, study, options)).hasMessage("collected");
    return ids;
  }

  @Test
  void run_teacherThenStudent_printsTheirRecords() {
    for (String id : begin(plan(3))) {
      var result = Cli.run("run", study, id);
      assertThat(result.err()).isEmpty();
      assertThat(result.code()).isZero();
      assertThat(result.out().strip())
          .isEqualTo(study.resolve("runs").resolve(id).resolve("run.json").toString());
    }
  }

  @Test
  void run_whatCannotBeDone_exitsWithTwo() {
    List<String> ids = begin(plan(3));
    assertThat(Cli.run("run", study, ids.get(1)).code()).isEqualTo(2);
    assertThat(Cli.run("run", study, ids.get(1)).err()).contains("do that one first");
    assertThat(Cli.run("run", study, "0123456789abcdef").err()).contains("not a run of the study");
    assertThat(Cli.run("run", folder, ids.get(0)).err()).contains("not a study's directory");
    assertThat(Cli.run("run", study, ids.get(0), "--threads", "0").err())
        .isEqualTo("limbeck: --threads: expected 1 to 1024, found 0\n");
    assertThat(Cli.run("run", study).code()).isEqualTo(2);
  }

  @Test
  void run_terminated_savesACheckpoint() throws Exception {
    String teacher = begin(plan(1_000_000)).get(0);
    Path partial = study.resolve("runs").resolve(teacher + ".partial");
    Path log = folder.resolve("log");
    Process process = start(study, teacher, "1", log);
    while (process.isAlive() && !Files.exists(partial.resolve("spec.json"))) {
      Thread.sleep(5);
    }
    process.destroy(); // SIGTERM
    assertThat(process.waitFor()).isNotZero();
    assertThat(log).content().contains("limbeck: interrupted; what is done is kept");
    assertThat(partial.resolve(RunDirectory.CHECKPOINT)).isNotEmptyFile();
  }
}
