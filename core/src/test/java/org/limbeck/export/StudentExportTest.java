package org.limbeck.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;
import org.limbeck.base.SafeTensors;
import org.limbeck.compare.Combination;
import org.limbeck.compare.FrontPlace;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;

class StudentExportTest {
  private static final SplitMetric CHOSEN_BY = SplitMetric.WORST_CLASS_ACCURACY;

  @TempDir private static Path folder;
  private static Leaderboard leaderboard = new Leaderboard(List.of());

  @BeforeAll
  static void train() {
    leaderboard = Students.train(folder);
  }

  @BeforeEach
  void removeStudent() {
    StudentExport.remove(folder);
  }

  private static StudentExport.Exported write(Leaderboard.Row row) {
    return StudentExport.write(folder, row, 1, CHOSEN_BY, List.of(), Students.DATA);
  }

  private static Leaderboard.Row balanced() {
    return Students.row(leaderboard, "balanced");
  }

  @Test
  void write_trainedStudent_leavesWhatItReturns() throws IOException {
    StudentExport.Exported exported = write(balanced());
    assertThat(folder.resolve("student.onnx")).hasBinaryContent(exported.model());
    assertThat(folder.resolve("student.md")).hasContent(exported.card());
    assertThat(exported.parity().logits()).isLessThan(1e-4);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("runs", "student.onnx", "student.md");
    }
  }

  @Test
  void write_twice_givesSameBytes() {
    StudentExport.Exported first = write(balanced());
    StudentExport.Exported second = write(balanced());
    assertThat(second.model()).isEqualTo(first.model());
    assertThat(second.card()).isEqualTo(first.card());
  }

  @Test
  void write_trainedStudent_storesItsRecipeAndResults() throws OrtException, IOException {
    byte[] model = write(balanced()).model();
    RunRecord run = new SelectedStudent(balanced(), 1, CHOSEN_BY, List.of()).run();
    ClassMetrics test = run.test().metrics();
    try (var session = OrtEnvironment.getEnvironment().createSession(model)) {
      Map<String, String> metadata = session.getMetadata().getCustomMetadata();
      assertThat(Json.read(metadata.getOrDefault("class_names", ""), String[].class))
          .containsExactlyElementsOf(Students.DATA.classNames());
      assertThat(metadata)
          .containsEntry("run", run.id())
          .containsEntry("recipe", Json.canonical(run.spec()))
          .containsEntry("seed", "1")
          .containsEntry("limbeck_version", run.provenance().limbeck())
          .containsEntry("data", "digits")
          .containsEntry("data_fingerprint", Students.DATA.fingerprint())
          .containsEntry("data_licence", Students.DATA.licence())
          .containsEntry("test_accuracy", Double.toString(test.accuracy()))
          .containsEntry("test_balanced_accuracy", Double.toString(test.balancedAccuracy()))
          .containsEntry("test_worst_class", run.data().classNames().get(test.worstClass()))
          .containsEntry("test_worst_class_accuracy", Double.toString(test.worstClassAccuracy()))
          .containsEntry(
              "test_worst_class_lower_bound", Double.toString(test.worstClassLowerBound()))
          .containsEntry(
              "test_worst_class_upper_bound", Double.toString(test.worstClassUpperBound()))
          .containsEntry("confidence", "0.95")
          .containsEntry("training_costs", Json.canonical(run.delivered().costs()))
          .hasSize(16);
    }
  }

  @Test
  void write_otherData_throwsAndLeavesNoFile() {
    Dataset other = Datasets.build(DataPlan.of("digits", null), 0);
    assertThatThrownBy(
            () -> StudentExport.write(folder, balanced(), 1, CHOSEN_BY, List.of(), other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(Students.DATA.fingerprint())
        .hasMessageContaining(other.fingerprint());
    assertNoStudent();
  }

  @Test
  void write_teacherRowOrUnknownSeed_throws() {
    Leaderboard.Row teacher = leaderboard.rows().get(0);
    assertThatThrownBy(() -> write(teacher))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a student, found the teacher standard");
    assertThatThrownBy(
            () -> StudentExport.write(folder, balanced(), 7, CHOSEN_BY, List.of(), Students.DATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seed: expected one of [0, 1], found 7");
  }

  @Test
  void write_weightsChangedSinceTheRun_throwsAndLeavesNoFile(@TempDir Path study)
      throws IOException {
    Path weights = copyRun(study).file(RunDirectory.WEIGHTS);
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    assertThatThrownBy(
            () -> StudentExport.write(study, balanced(), 1, CHOSEN_BY, List.of(), Students.DATA))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("run the study again");
    assertThat(study.resolve(StudentExport.MODEL)).doesNotExist();
  }

  @Test
  void write_brokenWeightInARunThatSeemsWhole_throwsAndRemovesEarlierFiles(@TempDir Path study)
      throws Exception {
    RunDirectory directory = copyRun(study);
    StudentExport.write(study, balanced(), 1, CHOSEN_BY, List.of(), Students.DATA);
    RunRecord broken = breakWeight(directory);
    assertThatThrownBy(
            () -> StudentExport.write(study, with(broken), 1, CHOSEN_BY, List.of(), Students.DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NaN");
    try (var files = Files.list(study)) {
      assertThat(files).containsExactly(study.resolve("runs"));
    }
  }

  private static RunDirectory copyRun(Path study) throws IOException {
    RunRecord run = new SelectedStudent(balanced(), 1, CHOSEN_BY, List.of()).run();
    var from = new RunDirectory(folder, run.id());
    var to = new RunDirectory(study, run.id());
    AtomicFiles.createFolder(to.file("x").resolveSibling(""));
    Files.copy(from.file(RunDirectory.RECORD), to.file(RunDirectory.RECORD));
    for (String name : run.files().keySet()) {
      Files.copy(from.file(name), to.file(name));
    }
    return to;
  }

  private static RunRecord breakWeight(RunDirectory directory) throws Exception {
    Path file = directory.file(RunDirectory.WEIGHTS);
    Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>(SafeTensors.read(file).tensors());
    SafeTensors.Tensor bias = SafeTensors.read(file).tensor("output.bias");
    bias.values()[3] = Float.NaN;
    tensors.put("output.bias", bias);
    byte[] bytes = new SafeTensors(tensors, Map.of()).toBytes();
    Files.write(file, bytes);
    RunRecord run = new SelectedStudent(balanced(), 1, CHOSEN_BY, List.of()).run();
    Map<String, String> sums = new HashMap<>(run.files());
    sums.put(RunDirectory.WEIGHTS, Checksums.of(bytes));
    RunRecord changed = withFiles(run, sums).sealed();
    Files.writeString(directory.file(RunDirectory.RECORD), Json.pretty(changed));
    return changed;
  }

  private static RunRecord withFiles(RunRecord run, Map<String, String> files) {
    return new RunRecord(
        run.formatVersion(),
        run.id(),
        run.spec(),
        run.data(),
        run.parameters(),
        run.last(),
        run.best(),
        run.diagnoses(),
        run.teacherPasses(),
        run.provenance(),
        run.seconds(),
        files,
        "");
  }

  private static Leaderboard.Row with(RunRecord run) {
    Leaderboard.Row row = balanced();
    var combination =
        new Combination(
            row.combination().teacher(),
            Objects.requireNonNull(row.combination().student()),
            List.of(run));
    return new Leaderboard.Row(combination, row.test(), row.comparisons(), FrontPlace.NONE, false);
  }

  @Test
  void key_otherSeedOrResults_differs() {
    String key = StudentExport.key(balanced(), 1, CHOSEN_BY, List.of(), List.of());
    assertThat(StudentExport.key(balanced(), 1, CHOSEN_BY, List.of(), List.of())).isEqualTo(key);
    assertThat(StudentExport.key(balanced(), 0, CHOSEN_BY, List.of(), List.of())).isNotEqualTo(key);
    assertThat(StudentExport.key(balanced(), 1, CHOSEN_BY, List.of("it is bad"), List.of()))
        .isNotEqualTo(key);
    assertThat(
            StudentExport.key(
                Students.row(leaderboard, "standard"), 1, CHOSEN_BY, List.of(), List.of()))
        .isNotEqualTo(key);
  }

  private static void assertNoStudent() {
    assertThat(folder.resolve(StudentExport.MODEL)).doesNotExist();
    assertThat(folder.resolve(StudentExport.CARD)).doesNotExist();
  }
}
