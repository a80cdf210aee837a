package org.limbeck.store.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Datasets;
import org.limbeck.data.SourceData;
import org.limbeck.data.csv.CsvSource;
import org.limbeck.onnx.TestGraphs;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignSource.ScoreFiles;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.teacher.foreign.ForeignTeacher.TrainedOn;
import org.limbeck.teacher.foreign.ModelInput;
import org.limbeck.teacher.foreign.ModelOutput;

/** What decides the scores of a foreign teacher, and so its run. */
class ForeignContentTest {
  @TempDir private Path folder;
  private Path train = Path.of("");
  private Path validation = Path.of("");
  private Path test = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    train = Files.writeString(folder.resolve("train.csv"), "id,p0,p1\n");
    validation = Files.writeString(folder.resolve("validation.csv"), "id,p0,p1\n");
    test = Files.writeString(folder.resolve("test.csv"), "id,p0,p1\n");
  }

  private Map<String, String> content(Optional<String> id, String ids) {
    var files =
        new ScoreFiles(train, Optional.of(validation), Optional.of(test), id, ModelOutput.FOUND);
    return ForeignContent.of(new ForeignTeacher("t", files, TrainedOn.OTHER), ids).files();
  }

  @Test
  void of_anyFileThatChanges_isOtherContent() throws IOException {
    Map<String, String> before = content(Optional.empty(), "");
    for (Path file : new Path[] {train, validation, test}) {
      String text = Files.readString(file);
      Files.writeString(file, text + "a,0.5,0.5\n");
      assertThat(content(Optional.empty(), "")).isNotEqualTo(before);
      Files.writeString(file, text);
    }
    assertThat(content(Optional.empty(), "")).isEqualTo(before);
  }

  @Test
  void of_otherIdsOfTheData_areOtherContentWhereScoresAreJoinedByThem() {
    Optional<String> id = Optional.of("id");
    assertThat(content(id, "x")).isNotEqualTo(content(id, "y"));
    assertThat(content(Optional.empty(), "x")).isEqualTo(content(Optional.empty(), "y"));
  }

  @Test
  void of_tritonFolder_isWhatIsUsedOfIt() throws IOException {
    Path model = Files.createDirectories(folder.resolve("model"));
    Files.createDirectories(model.resolve("1"));
    Files.createDirectories(model.resolve("2"));
    new TestGraphs().input("x", -1, 2).output("y", -1, 2).write(model.resolve("1/model.onnx"));
    new TestGraphs().input("x", -1, 3).output("y", -1, 2).write(model.resolve("2/model.onnx"));
    Files.writeString(
        model.resolve("config.pbtxt"),
        "backend: \"onnxruntime\"\noutput [ { name: \"y\" label_filename: \"labels.txt\" } ]\n");
    Path labels = Files.writeString(model.resolve("labels.txt"), "a\nb\n");
    var onnx = new ForeignSource.OnnxModel(model, ModelInput.FOUND, ModelOutput.FOUND);
    var teacher = new ForeignTeacher("t", onnx, TrainedOn.OTHER);
    Map<String, String> before = ForeignContent.of(teacher, "").files();
    assertThat(before)
        .containsOnlyKeys("model/config.pbtxt", "model/2/model.onnx", "model/labels.txt");
    Files.writeString(model.resolve("README.md"), "notes");
    Files.delete(model.resolve("1/model.onnx"));
    assertThat(ForeignContent.of(teacher, "").files()).isEqualTo(before);
    Files.writeString(labels, "b\na\n");
    assertThat(ForeignContent.of(teacher, "").files()).isNotEqualTo(before);
  }

  @Test
  void idsOfData_changeNoFingerprintOfSplits() throws IOException {
    SourceData some = data("r1,1,a\nr2,2,b\n");
    SourceData others = data("r2,1,a\nr1,2,b\n");
    assertThat(some.idsFingerprint())
        .isNotEqualTo(others.idsFingerprint())
        .isEqualTo(data("r1,1,a\nr2,2,b\n").idsFingerprint());
    DataPlan plan = DataPlan.of("csv", null);
    assertThat(Datasets.build(some, plan, 0).fingerprint())
        .isEqualTo(Datasets.build(others, plan, 0).fingerprint());
  }

  private SourceData data(String rows) throws IOException {
    String more = "s1,3,a\ns2,4,a\ns3,5,a\ns4,6,b\ns5,7,b\ns6,8,b\n";
    Path file = Files.writeString(folder.resolve("data.csv"), "key,x,class\n" + rows + more);
    return new CsvSource().load(Map.of("train", file.toString(), "id", "key"));
  }
}
