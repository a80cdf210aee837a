package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
  void run_helpOfUnknownCommand_isAnError() {
    var result = Cli.run("nosuch", "--help");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Unmatched argument", "'nosuch'");
    assertThat(Cli.run("evaluat", "--help").err()).contains("Did you mean: limbeck evaluate");
    assertThat(Cli.run("data", "lst", "--help").code()).isEqualTo(2);
    assertThat(Cli.run("data", "list", "--help").code()).isZero();
  }

  @Test
  void run_helpAndCompletion_areCommands() {
    assertThat(Cli.run("help", "evaluate").out()).contains("Usage: limbeck evaluate");
    assertThat(Cli.run("generate-completion").out()).contains("complete -F", "limbeck");
  }

  @Test
  void run_version_isThatOfTheBuild() {
    assertThat(Cli.run("--version").out().strip())
        .matches("limbeck \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void run_outputThatCannotBeWritten_isAnError() throws IOException {
    Path csv = Files.writeString(directory.resolve("p.csv"), "label,p0,p1\n1,0.5,0.5\n");
    var full =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            });
    var err = new ByteArrayOutputStream();
    int code = Main.run(full, new PrintStream(err), "evaluate", "--json", csv.toString());
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written");
  }

  @Test
  void run_pathThatTheLocaleCannotHold_isAUserError() {
    // A NUL stands for what an ASCII locale makes of an umlaut: no file name either.
    var result = Cli.run("evaluate", "Gr\0n.csv");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("is not a file name in this locale", "LC_ALL=C.UTF-8");
  }

  @Test
  void main_helpEvaluateAndDiagnose_loadNoNativeLibrary() throws Exception {
    Path csv = Files.writeString(directory.resolve("p.csv"), "label,p0,p1\n1,0.5,0.5\n");
    assertThat(loadedBy("--help")).contains("org.limbeck.cli.Main").doesNotContain("bytedeco");
    assertThat(loadedBy("evaluate", csv.toString()))
        .contains("org.limbeck.metric.ClassTally")
        .doesNotContain("bytedeco", "onnxruntime", "ai.onnx");
    Path scores = Files.writeString(directory.resolve("s.csv"), "label,z0,z1\n0,1,0\n1,0,1\n");
    Files.writeString(scores, "0,2,0\n1,1,1\n", StandardOpenOption.APPEND);
    assertThat(loadedBy("diagnose", scores.toString()))
        .contains("org.limbeck.diagnosis.TeacherDiagnosis")
        .doesNotContain("bytedeco", "onnxruntime", "ai.onnx");
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
