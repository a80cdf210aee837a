package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.DataPlan;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.store.StudyDirectory;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignTeacher;

class DistillTest {
  private static final DataPlan DIGITS = DataName.plan("digits", Map.of());

  @TempDir private Path folder = Path.of("");

  private Path file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "x");
  }

  @Test
  void build_dataAlone_trainsATeacherAndThreeStudentsOfUsualSizes() {
    StudyPlan plan = Distill.of(DIGITS).build().plan();
    assertThat(plan.name()).isEqualTo("digits");
    assertThat(plan.seeds()).containsExactly(0L, 1L, 2L);
    assertThat(plan.teacher().trained().orElseThrow().objectives()).containsExactly("standard");
    assertThat(plan.teacher().trained().orElseThrow().network().text()).isEqualTo("mlp 256-256");
    assertThat(plan.student().network().text()).isEqualTo("mlp 64");
    assertThat(plan.student().objectives()).containsExactly("standard", "balanced", "robust");
    assertThat(plan.student().alphas()).containsExactly(0.5);
  }

  @Test
  void build_allSaid_isWhatAStudyFileWouldSay() throws IOException {
    Path scores = file("big.npy");
    StudyPlan plan =
        Distill.of(DIGITS)
            .teacher(TeacherFile.of(scores).teacher())
            .student(NetworkSpec.parse("mlp 8"))
            .objective("robust:0.25")
            .objective("standard")
            .objective("robust")
            .seeds(List.of(7L))
            .epochs(20)
            .scores(ScoreMode.PER_CLASS)
            .build()
            .plan();
    String same =
        """
        name: digits
        data: {source: digits}
        seeds: [7]
        teacher: {foreign: [{scores: big.npy}], scores: per-class}
        student:
          network: mlp 8
          objectives: [standard, robust]
          alphas: [0.25, 0.5]
          train: {epochs: 20}
        """;
    assertThat(plan).isEqualTo(StudyYaml.parse(same, "same.yaml", folder));
  }

  @Test
  void comments_inTheStudyFile_changeNothingAndStay() throws IOException {
    Distill distill = Distill.of(DIGITS).build();
    String text = StudyYaml.write(distill.plan(), distill.comments());
    assertThat(text).contains("# Chosen by Limbeck", "# Trained here, since no teacher");
    assertThat(StudyYaml.parse(text, "study.yaml", folder)).isEqualTo(distill.plan());
    Path study = folder.resolve("study");
    Path file = study.resolve(StudyDirectory.PLAN);
    StudyDirectory.open(study, distill.plan(), distill.comments(), warning -> {}).close();
    assertThat(file).hasContent(text);
    Files.writeString(file, "# My own words.\n\n" + text);
    StudyDirectory.open(study, distill.plan()).close();
    assertThat(file).hasContent("# My own words.\n\n" + text);
    StudyDirectory.open(study, distill.plan().withSeeds(List.of(3L))).close();
    assertThat(Files.readString(file)).doesNotContain("#").contains("seeds: [3]");
  }

  @Test
  void teacher_twoFilesOfOneName_areTwoRows() throws IOException {
    Files.createDirectories(folder.resolve("other"));
    DistillBuilder builder = Distill.of(DIGITS).teacher(TeacherFile.of(file("big.onnx")).teacher());
    builder.teacher(TeacherFile.of(file("other/big.onnx")).teacher());
    assertThat(builder.build().plan().teacher().foreign())
        .extracting(ForeignTeacher::name)
        .containsExactly("big", "big-2");
  }

  @Test
  void teacherFile_tableOfScores_isJoinedById() throws IOException {
    TeacherFile file = TeacherFile.of(file("big.train.parquet")).withTest(file("big.test.parquet"));
    var source = (ForeignSource.ScoreFiles) file.withId("key").teacher().source();
    assertThat(source.id()).contains("key");
    assertThat(source.test()).contains(folder.resolve("big.test.parquet"));
    var array =
        (ForeignSource.ScoreFiles) TeacherFile.of(file("a.npz")).withId("key").teacher().source();
    assertThat(array.id()).isEmpty();
  }

  @Test
  void teacherFile_tritonFolder_isAModel() throws IOException {
    Files.createDirectory(folder.resolve("served"));
    file("served/config.pbtxt");
    assertThat(TeacherFile.of(folder.resolve("served")).teacher().source())
        .isInstanceOf(ForeignSource.OnnxModel.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nosuch.onnx | no such file or folder",
        "m.pt | a TorchScript file can do whatever a program can",
        "m.pt2 | export to ONNX with torch.onnx.export",
        "m.doc | not known by its name; expected an ONNX model (.onnx)",
        "empty | a folder without config.pbtxt"
      })
  void teacherFile_unusable_isRefused(String name, String message) throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    for (String made : List.of("m.pt", "m.pt2", "m.doc")) {
      file(made);
    }
    TeacherFile teacher = TeacherFile.of(folder.resolve(name));
    assertThatThrownBy(teacher::teacher)
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("teacher " + folder.resolve(name) + ": ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "robst | no such objective; did you mean 'robust'?",
        "robust:2 | expected robust:ALPHA with a number from 0 to 1",
        "robust: | expected robust:ALPHA",
        "standard:1 | only robust has a number behind it",
        "balanced | given twice",
        "robust:0.5 | given twice"
      })
  void objective_unusable_isRefused(String objective, String message) {
    DistillBuilder builder = Distill.of(DIGITS).objective("balanced").objective("robust");
    assertThatThrownBy(() -> builder.objective(objective))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("objective '" + objective + "': ")
        .hasMessageContaining(message);
  }

  @Test
  void data_byName_isFound() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("my pictures"));
    DataPlan plan = DataName.plan(pictures.toString(), Map.of("size", "32"));
    assertThat(plan.source()).isEqualTo("image-folder");
    assertThat(plan.options())
        .containsEntry("dir", pictures.toString())
        .containsEntry("size", "32");
    assertThat(DataName.studyName(plan)).isEqualTo("my-pictures");
    Path study =
        Files.writeString(
            folder.resolve("s.yaml"), StudyYaml.write(Distill.of(DIGITS).build().plan()));
    assertThat(DataName.plan(study.toString(), Map.of())).isEqualTo(DIGITS);
    assertThatThrownBy(() -> DataName.plan("digts", Map.of()))
        .hasMessageContaining("no such file, folder or data source; did you mean 'digits'?");
    assertThatThrownBy(() -> DataName.plan("digits", Map.of("label", "y")))
        .hasMessage("digits: the source 'digits' has no key 'label'; leave it out");
    assertThatThrownBy(() -> DataName.plan(study.toString(), Map.of("label", "y")))
        .hasMessageContaining("the study file says how its data are read; put label into it");
  }

  @ParameterizedTest
  @CsvSource({
    "4, 8, mlp 64",
    "3, 32, resnet8 x0.5",
    "1, 28, resnet8 x0.5",
    "3, 224, resnet18 x0.25"
  })
  void usualNetworks_imagesOfASize_fit(int channels, int side, String student) {
    UsualNetworks usual = UsualNetworks.ofShape(new int[] {channels, side, side});
    assertThat(usual.student().text()).isEqualTo(student);
    assertThat(usual.student().layers(new int[] {channels, side, side}, 10)).isNotEmpty();
    assertThat(usual.teacher().layers(new int[] {channels, side, side}, 10)).isNotEmpty();
  }
}
