package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.base.Checksums;
import org.limbeck.data.Dataset;
import org.limbeck.data.FlippedLabels;
import org.limbeck.data.ValidationParts.Part;
import org.limbeck.plan.Role;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;

/**
 * The labels that judge a run never reach it: where they are all wrong, its weights, multipliers,
 * temperatures, shifts, chosen epoch and predictions are the same to the bit; where the labels that
 * drive it are wrong, they are not.
 */
class DrivenRunTest {
  private static final String STUDY =
      """
      name: driven
      data: {source: digits, longTail: {ratio: 10}}
      seeds: [0]
      teacher:
        network: mlp 16
        objectives: %s
        scores: %s
        multipliers: {gamma: 2, updateEvery: 1}
        train: {epochs: 3, batchSize: 32, learningRate: 0.05}
      student:
        network: mlp 8
        baseline: false
        multipliers: {gamma: 2, updateEvery: 1%s}
        train: {epochs: 6, batchSize: 32, learningRate: 0.3%s}
        recipes: [%s]
      """;

  private static final String ROBUST = "{from: robust, name: r, alpha: 0.9}";

  @TempDir private Path folder;

  private static StudyPlan plan(String kind) {
    String text =
        switch (kind) {
          case "multipliers" -> study("[standard]", "raw", "", "", ROBUST);
          case "teacher labels" ->
              study("[standard]", "raw", ", validationLabels: teacher", "", ROBUST);
          case "robust teacher" -> study("[robust]", "raw", "", "", "standard");
          case "temperature" -> study("[standard]", "temperature", "", "", "standard");
          case "per class" -> study("[standard]", "per-class", "", "", "standard");
          case "best epoch" -> study("[standard]", "raw", "", ", iterate: best", "standard");
          case "post-shift" -> study("[standard]", "raw", "", "", "post-shift");
          case "post-hoc temperature" ->
              study("[standard]", "raw", "", "", "{from: standard, name: t, postHoc: temperature}");
          case "nothing" -> study("[standard]", "raw", "", "", "standard");
          default -> throw new IllegalArgumentException(kind);
        };
    return StudyYaml.parse(text, "driven.yaml", Path.of(""));
  }

  private static String study(Object... parts) {
    return STUDY.formatted(parts);
  }

  /** The student of a study in which a part of validation has wrong labels. */
  private Map<String, String> student(StudyPlan plan, String name, Dataset data)
      throws IOException {
    Path study = Files.createDirectories(folder.resolve(name));
    Map<String, String> found = new LinkedHashMap<>();
    try (var caches = new ScoreCaches(study);
        var views = new ForeignViews()) {
      var executor =
          new RunExecutor(
              study,
              StudyListener.NONE,
              () -> false,
              RunOptions.usual(),
              caches,
              views,
              false);
      for (RunTask task : new StudyRuns(plan).tasks()) {
        RunRecord run =
            executor.execute(new RunTask(task.planned(), task.plan(), data, null), 1);
        if (task.spec().role() == Role.STUDENT && task.planned().asked()) {
          var directory = new RunDirectory(study, run.id());
          for (String file :
              List.of(RunDirectory.WEIGHTS, RunDirectory.HISTORY, RunDirectory.PREDICTIONS)) {
            found.put(file, Checksums.of(Files.readAllBytes(directory.file(file))));
          }
          found.put("costs", run.delivered().costs().toString());
          found.put("epoch", Integer.toString(run.delivered().epoch()));
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipliers",
        "teacher labels",
        "robust teacher",
        "temperature",
        "per class",
        "best epoch",
        "post-shift",
        "post-hoc temperature"
      })
  void execute_wrongLabels_changeTheStudentWhereTheyDriveItAndOnlyThere(String kind)
      throws IOException {
    StudyPlan plan = plan(kind);
    Map<String, String> right = student(plan, "right", new StudyRuns(plan).datasets().get(0));
    Map<String, String> judging =
        student(plan, "judging", FlippedLabels.of(plan.data(), Part.SECOND));
    Map<String, String> driving =
        student(plan, "driving", FlippedLabels.of(plan.data(), Part.FIRST));
    assertThat(right).hasSize(5);
    assertThat(judging).isEqualTo(right);
    assertThat(driving.get(RunDirectory.WEIGHTS)).isNotEqualTo(right.get(RunDirectory.WEIGHTS));
  }

  /** The control: without any of these, no label of validation reaches the weights. */
  @Test
  void execute_nothingDriven_noLabelOfValidationReachesTheWeights() throws IOException {
    StudyPlan plan = plan("nothing");
    Map<String, String> right = student(plan, "right", new StudyRuns(plan).datasets().get(0));
    for (Part part : Part.values()) {
      Map<String, String> flipped =
          student(plan, part.name(), FlippedLabels.of(plan.data(), part));
      assertThat(flipped.get(RunDirectory.WEIGHTS)).isEqualTo(right.get(RunDirectory.WEIGHTS));
      assertThat(flipped.get(RunDirectory.PREDICTIONS))
          .isEqualTo(right.get(RunDirectory.PREDICTIONS));
    }
  }
}
