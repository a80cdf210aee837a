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
import org.limbeck.data.Datasets;
import org.limbeck.data.FlippedLabels;
import org.limbeck.data.ValidationFrom;
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

  private StudyPlan plan(String kind) throws IOException {
    return plan(kind, "0.3");
  }

  private StudyPlan plan(String kind, String learningRate) throws IOException {
    if (kind.equals("ensemble")) {
      writeScores();
    }
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
          case "usual multipliers" ->
              study("[standard]", "raw", ", smoothing: auto, worstK: 3", "", ROBUST)
                  .replace("gamma: 2", "gamma: auto");
          case "mixed labels" ->
              study(
                  "[standard]",
                  "temperature",
                  "",
                  "",
                  "{from: standard, name: m, labels: mix, mix: 0.5}");
          case "ensemble" ->
              study("[standard]", "raw", "", "", "standard")
                  .replaceAll(
                      "(?s)teacher:.*student:",
                      "teacher: {ensemble: [{scores: scores0.csv}, {scores: scores1.csv}], weights:"
                          + " validation, scores: raw}\nstudent:");
          case "nothing" -> study("[standard]", "raw", "", "", "standard");
          default -> throw new IllegalArgumentException(kind);
        };
    return StudyYaml.parse(
        text.replace("learningRate: 0.3", "learningRate: " + learningRate), "driven.yaml", folder);
  }

  private static String study(Object... parts) {
    return STUDY.formatted(parts);
  }

  /** The student of a study in which a part of validation has wrong labels. */
  private Map<String, String> student(StudyPlan plan, String name, Dataset data)
      throws IOException {
    return student(plan, name, data, Part.FIRST);
  }

  private Map<String, String> student(StudyPlan plan, String name, Dataset data, Part drives)
      throws IOException {
    Path study = Files.createDirectories(folder.resolve(name));
    Map<String, String> found = new LinkedHashMap<>();
    try (var caches = new ScoreCaches(study);
        var views = new ForeignViews()) {
      var executor =
          new RunExecutor(
              study, StudyListener.NONE, () -> false, RunOptions.usual(), caches, views, false);
      for (RunTask task : new StudyRuns(plan).tasks()) {
        RunRecord run =
            executor.execute(new RunTask(task.planned(), task.plan(), data, task.foreign()), 1);
        boolean wanted = task.spec().swapsParts() == (drives == Part.SECOND);
        if (task.spec().role() == Role.STUDENT && task.planned().asked() && wanted) {
          var directory = new RunDirectory(study, run.id());
          for (String file : List.of(RunDirectory.WEIGHTS, RunDirectory.PREDICTIONS)) {
            found.put(file, Checksums.of(Files.readAllBytes(directory.file(file))));
          }
          // A rule after training has the history of a run that no label of validation reaches.
          if (task.trains()) {
            found.put("history", withoutSeconds(directory.file(RunDirectory.HISTORY)));
          }
          found.put("costs", run.delivered().costs().toString());
          found.put("epoch", Integer.toString(run.delivered().epoch()));
        }
      }
    }
    return found;
  }

  /** The epochs of a run without the last column, which is measured time. */
  private static String withoutSeconds(Path history) throws IOException {
    return Files.readString(history).replaceAll("(?m),[^,]*$", "");
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
        "post-hoc temperature",
        "usual multipliers",
        "mixed labels",
        "ensemble"
      })
  void execute_wrongLabels_changeTheStudentWhereTheyDriveItAndOnlyThere(String kind)
      throws IOException {
    StudyPlan plan = plan(kind);
    Map<String, String> right = student(plan, "right", new StudyRuns(plan).datasets().get(0));
    Map<String, String> judging =
        student(plan, "judging", FlippedLabels.of(plan.data(), Part.SECOND));
    Map<String, String> driving =
        student(plan, "driving", FlippedLabels.of(plan.data(), Part.FIRST));
    assertThat(right).hasSizeGreaterThanOrEqualTo(4);
    assertThat(judging).isEqualTo(right);
    assertThat(driving.get(RunDirectory.WEIGHTS)).isNotEqualTo(right.get(RunDirectory.WEIGHTS));
  }

  /** In a second training the parts have changed roles. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipliers",
        "temperature",
        "per class",
        "best epoch",
        "post-hoc temperature",
        "ensemble"
      })
  void execute_secondTraining_seesTheSecondPartAlone(String kind) throws IOException {
    StudyPlan whole = plan(kind, "0.05"); // a higher rate diverges on this long training
    StudyPlan plan =
        whole.toBuilder()
            .data(whole.data().toBuilder().validation(ValidationFrom.TRAIN, 0.02).build())
            .build();
    Map<String, String> right =
        student(plan, "right", new StudyRuns(plan).datasets().get(0), Part.SECOND);
    Map<String, String> judging =
        student(plan, "judging", FlippedLabels.of(plan.data(), Part.FIRST), Part.SECOND);
    Map<String, String> driving =
        student(plan, "driving", FlippedLabels.of(plan.data(), Part.SECOND), Part.SECOND);
    assertThat(right).hasSizeGreaterThanOrEqualTo(4);
    assertThat(judging).isEqualTo(right);
    assertThat(driving.get(RunDirectory.WEIGHTS)).isNotEqualTo(right.get(RunDirectory.WEIGHTS));
  }

  /** Two files of scores that are right for the even and for the odd rows. */
  private void writeScores() throws IOException {
    int rows = Datasets.source("digits").load(Map.of(), (done, total) -> {}).train().size();
    int[] labels = Datasets.source("digits").load(Map.of(), (done, total) -> {}).train().labels();
    for (int member = 0; member < 2; member++) {
      var text = new StringBuilder("proba_0");
      for (int y = 1; y < 10; y++) {
        text.append(",proba_").append(y);
      }
      for (int row = 0; row < rows; row++) {
        boolean good = row % 3 == member || row % 7 == 0;
        for (int y = 0; y < 10; y++) {
          double share = y == labels[row] ? (good ? 0.91 : 0.19) : (good ? 0.01 : 0.09);
          text.append(y == 0 ? "\n" : ",").append(share);
        }
      }
      Files.writeString(folder.resolve("scores" + member + ".csv"), text);
    }
  }

  /** The control: without any of these, no label of validation reaches the weights. */
  @Test
  void execute_nothingDriven_noLabelOfValidationReachesTheWeights() throws IOException {
    StudyPlan plan = plan("nothing");
    Map<String, String> right = student(plan, "right", new StudyRuns(plan).datasets().get(0));
    for (Part part : Part.values()) {
      Map<String, String> flipped = student(plan, part.name(), FlippedLabels.of(plan.data(), part));
      assertThat(flipped.get(RunDirectory.WEIGHTS)).isEqualTo(right.get(RunDirectory.WEIGHTS));
      assertThat(flipped.get(RunDirectory.PREDICTIONS))
          .isEqualTo(right.get(RunDirectory.PREDICTIONS));
    }
  }
}
