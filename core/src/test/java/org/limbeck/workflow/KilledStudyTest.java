package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStudyTest {
  private static final int EPOCHS = 150;

  @TempDir private Path folder;

  @Test
  void study_killedThreeTimes_endsWithTheBytesOfAnUndisturbedOne() throws Exception {
    Path whole = folder.resolve("whole");
    finish(whole);
    Path killed = folder.resolve("killed");
    // In the first run, after two finished runs, after five.
    killWhen(killed, entry -> entry.endsWith("checkpoint.safetensors"), 1);
    killWhen(killed, entry -> entry.endsWith("run.json"), 2);
    killWhen(killed, entry -> entry.endsWith("run.json"), 5);
    finish(killed);
    List<String> files = files(whole);
    assertThat(files(killed)).isEqualTo(files);
    assertThat(files).contains("leaderboard.csv", "student.onnx", "student.md");
    for (String file : files) {
      if (!measuresSeconds(file)) {
        assertThat(killed.resolve(file)).as(file).hasSameBinaryContentAs(whole.resolve(file));
      }
    }
  }

  /** Records hold measured seconds, study.json the records' checksums. */
  private static boolean measuresSeconds(String file) {
    return file.endsWith("run.json") || file.endsWith("history.csv") || file.equals("study.json");
  }

  private static void finish(Path directory) throws Exception {
    Process process = StudyProcess.start(directory, EPOCHS, List.of());
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(log(directory)).isZero();
  }

  private static String log(Path directory) throws IOException {
    return Files.readString(directory.resolveSibling(directory.getFileName() + ".log"));
  }

  private static void killWhen(Path directory, Predicate<String> wanted, int count)
      throws Exception {
    Process process = StudyProcess.start(directory, EPOCHS, List.of());
    while (process.isAlive() && files(directory).stream().filter(wanted).count() < count) {
      Thread.sleep(5);
    }
    assertThat(process.isAlive()).as("killed before its end: %s", log(directory)).isTrue();
    process.destroyForcibly().waitFor();
  }

  private static List<String> files(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    } catch (java.io.UncheckedIOException e) {
      return List.of(); // a file was renamed while we looked
    }
  }
}
