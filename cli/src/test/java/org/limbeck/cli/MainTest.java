package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void run_help_listsTheCommands() {
    var result = Cli.run("--help");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("Usage: limbeck", "evaluate")
        .doesNotContainPattern("(?m)^ +run "); // for launchers, not for people
    assertThat(result.err()).isEmpty();
  }

  @Test
  void run_version_namesTheProgram() {
    assertThat(Cli.run("--version").out()).startsWith("limbeck ");
  }

  @Test
  void run_noCommand_isAUsageError() {
    var result = Cli.run();
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("limbeck: Missing command", "Try 'limbeck --help'.");
  }

  @Test
  void run_misspelledCommand_suggestsTheRightOne() {
    var result = Cli.run("evaluat");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("Did you mean: limbeck evaluate or ");
  }

  @Test
  void main_helpEvaluateAndDiagnose_loadNoNativeLibrary() throws Exception {
    Path csv = Files.writeString(directory.resolve("p.csv"), "label,p0,p1\n1,0.5,0.5\n");
    assertThat(loadedBy("--help")).contains("org.limbeck.cli.Main").doesNotContain("bytedeco");
    assertThat(loadedBy("evaluate", csv.toString()))
        .contains("org.limbeck.metric.ClassTally")
        .doesNotContain("bytedeco", "onnx");
    Path scores = Files.writeString(directory.resolve("s.csv"), "label,z0,z1\n0,1,0\n1,0,1\n");
    Files.writeString(scores, "0,2,0\n1,1,1\n", StandardOpenOption.APPEND);
    assertThat(loadedBy("diagnose", scores.toString()))
        .contains("org.limbeck.diagnosis.TeacherDiagnosis")
        .doesNotContain("bytedeco", "onnx");
  }

  private String loadedBy(String command, String... args) throws IOException, InterruptedException {
    Path log = directory.resolve("classes.log");
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-Xlog:class+load:file=" + log);
    line.add("-cp");
    line.add(
        Objects.requireNonNullElse(
            System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path")));
    line.add(Main.class.getName());
    line.add(command);
    line.addAll(List.of(args));
    var process =
        new ProcessBuilder(line).redirectOutput(directory.resolve("out").toFile()).start();
    assertThat(process.waitFor()).isZero();
    // The path of a jar may hold any word: only the class names count.
    return Files.readString(log).replaceAll(" source: .*", "");
  }
}
