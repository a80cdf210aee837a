package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;
import org.limbeck.plan.PlanExtension;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.ExistingStudy;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.StudyDirectory;
import org.limbeck.study.Parallelism;
import org.limbeck.study.StudyListener;

/**
 * The directory of a study that an earlier version finished, {@code src/test/resources/
 * earlier-study}, is read, continued and extended; its report, which can be made again, is left
 * out. The directory is never written anew: a later format gets a second one beside it.
 */
class EarlierStudyTest {
  /*
   * What was trained is compared by its bytes only where nothing is trained here: the last bits of
   * a training differ between types of processors.
   */

  private static final Path KEPT = Path.of("src", "test", "resources", "earlier-study");
  private static final String SPLIT = "split-1481e1a30d93.csv";

  /** The student robust(0.5) of teacher standard, seed 0; no other run depends on it. */
  private static final String ROBUST = "d745f97096fa3c57";

  @TempDir private Path folder;
  private Path study;
  private final Set<String> trained = Collections.synchronizedSet(new TreeSet<>());
  private final Set<Long> seeds = Collections.synchronizedSet(new TreeSet<>());

  @BeforeEach
  void copy() throws IOException {
    study = folder.resolve("study");
    for (Path file : files(KEPT)) {
      Path target = study.resolve(KEPT.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private Map<String, String> runFiles() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (Path file : files(study.resolve("runs"))) {
      sums.put(study.relativize(file).toString(), Checksums.of(Files.readAllBytes(file)));
    }
    return sums;
  }

  private void run(StudyPlan plan) {
    var listener =
        new StudyListener() {
          @Override
          public void onFinished(RunRecord run) {
            trained.add(run.id());
            seeds.add(run.spec().seed());
          }
        };
    StudyOptions options =
        StudyOptions.builder().listener(listener).parallelism(Parallelism.of(1, 1)).build();
    StudyWorkflow.run(plan, study, options);
  }

  private StudyPlan plan() {
    return StudyDirectory.readPlan(study);
  }

  private void assertAsKept(String name) throws IOException {
    assertThat(study.resolve(name)).hasSameBinaryContentAs(KEPT.resolve(name));
  }

  /** Names, seeds and metrics of each row; not its comparisons with other rows. */
  private static List<List<String>> rows(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve(StudyDirectory.LEADERBOARD)).stream()
        .map(line -> List.of(line.split(",", -1)).subList(0, 17))
        .toList();
  }

  @Test
  void run_again_readsEveryRunAndWritesTheSameFiles() throws IOException {
    Map<String, String> before = runFiles();
    Files.delete(study.resolve(StudyDirectory.LEADERBOARD));
    Files.delete(study.resolve(SPLIT));
    run(plan());
    assertThat(trained).isEmpty();
    assertThat(runFiles()).isEqualTo(before);
    assertAsKept(StudyDirectory.LEADERBOARD);
    assertAsKept(SPLIT);
    assertThat(ReportWorkflow.write(study).file()).isNotEmptyFile();
  }

  @Test
  void run_oneRunMissing_trainsThatRunAlone() throws IOException {
    Map<String, String> before = runFiles();
    AtomicFiles.delete(study.resolve("runs").resolve(ROBUST));
    run(plan());
    assertThat(trained).containsExactly(ROBUST);
    Map<String, String> after = runFiles();
    assertThat(after).containsOnlyKeys(before.keySet());
    before.keySet().removeIf(file -> file.contains(ROBUST));
    assertThat(after).containsAllEntriesOf(before);
    assertSameSpec();
    List<List<String>> kept = rows(KEPT);
    List<List<String>> found = rows(study);
    assertThat(found).hasSameSizeAs(kept);
    for (int i = 0; i < kept.size(); i++) {
      boolean holdsTheRun = kept.get(i).subList(0, 2).equals(List.of("standard", "robust"));
      int columns = holdsTheRun ? 5 : kept.get(i).size();
      assertThat(found.get(i).subList(0, columns)).isEqualTo(kept.get(i).subList(0, columns));
    }
  }

  private void assertSameSpec() {
    RunRecord kept = new RunDirectory(KEPT, ROBUST).finished().orElseThrow();
    RunRecord found = new RunDirectory(study, ROBUST).finished().orElseThrow();
    assertThat(found.spec()).isEqualTo(kept.spec());
    assertThat(found.data()).isEqualTo(kept.data());
    assertThat(found.files()).containsOnlyKeys(kept.files().keySet());
  }

  @Test
  void run_oneSeedMore_trainsThatSeedAloneAndKeepsTheRest() throws IOException {
    Map<String, String> before = runFiles();
    run(plan().withSeeds(List.of(0L, 1L, 2L)));
    assertThat(seeds).containsExactly(2L);
    assertThat(trained).hasSize(8);
    assertThat(runFiles()).containsAllEntriesOf(before);
  }

  /**
   * The grid kept: teachers standard and robust(1.0), students standard, robust(0.5), post-shift.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "student: {objectives: [standard, robust, balanced]}|4",
        "student: {alphas: [0.25, 0.5]}|4",
        "student: {recipes: [{from: post-shift, delta: 0.3}, logit-adjustment]}|2",
        "student: {postShift: 1.5}|8",
        "teacher: {objectives: [balanced, standard, robust]}|8",
        "student: {objectives: [standard]}|0",
      })
  void run_aFileThatExtendsIt_trainsTheNewRunsAlone(String file, int runs) throws IOException {
    Map<String, String> before = runFiles();
    run(extended(file));
    assertThat(trained).hasSize(runs);
    assertThat(runFiles()).containsAllEntriesOf(before);
    assertThat(StudyDirectory.readRecord(study).orElseThrow().runs()).containsAll(trained);
  }

  private StudyPlan extended(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("more.yaml"), "name: earlier\n" + text + "\n");
    return ExistingStudy.read(file, study).plan();
  }

  @Test
  void run_someLeftOut_tablesTheRestAndKeepsTheirRuns() throws IOException {
    StudyPlan fewer = extended("seeds: [0]\nstudent: {recipes: []}");
    assertThat(ExistingStudy.extension(study, fewer))
        .contains(
            new PlanExtension(List.of(), List.of("student recipe post-shift(0.3)", "seed 1")));
    Map<String, String> before = runFiles();
    run(fewer);
    assertThat(trained).isEmpty();
    assertThat(rows(study)).hasSize(rows(KEPT).size() - 2);
    assertThat(runFiles()).isEqualTo(before);
  }
}
