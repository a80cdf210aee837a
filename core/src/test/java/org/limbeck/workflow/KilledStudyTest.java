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

  /** A share of validation that leaves few examples of a class. */
  private static final String FEW = "0.02";

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
    requireSame(killed, whole);
  }

  /** Two teachers, six students, and these again by the other part of validation. */
  @Test
  void study_killedInSecondTrainings_endsWithTheBytesOfAnUndisturbedOne() throws Exception {
    Path whole = folder.resolve("whole");
    finish(whole, FEW);
    assertThat(files(whole)).filteredOn(file -> file.endsWith("run.json")).hasSize(8 + 6);
    Path killed = folder.resolve("killed");
    killWhen(killed, entry -> entry.endsWith("run.json"), 9, FEW);
    killWhen(killed, entry -> entry.endsWith("run.json"), 12, FEW);
    finish(killed, FEW);
    requireSame(killed, whole);
  }

  private static void requireSame(Path killed, Path whole) throws IOException {
    List<String> files = files(whole);
    // A run that was killed when it had its place, but before its lock was gone, leaves the lock.
    assertThat(files(killed)).filteredOn(file -> !file.matches("runs/.*\\.lock")).isEqualTo(files);
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

  private static void finish(Path directory, String... share) throws Exception {
    Process process = StudyProcess.start(directory, EPOCHS, List.of(), share);
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(log(directory)).isZero();
  }

  private static String log(Path directory) throws IOException {
    return Files.readString(directory.resolveSibling(directory.getFileName() + ".log"));
  }

  private static void killWhen(Path directory, Predicate<String> wanted, int count, String... share)
      throws Exception {
    Process process = StudyProcess.start(directory, EPOCHS, List.of(), share);
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
