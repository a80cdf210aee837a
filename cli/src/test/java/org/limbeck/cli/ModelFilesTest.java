package org.limbeck.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX models of a study on a table with more columns than features. */
class ModelFilesTest {
  private static final String STUDY =
      """
      name: birds
      data: {source: csv, train: features.csv, label: bird}
      seeds: [0]
      teacher: {network: mlp 4, train: {epochs: 2}}
      student: {network: mlp 4, train: {epochs: 2}}
      """;

  @TempDir private static Path folder = Path.of("");
  private static Path model = Path.of("");
  private static Path table = Path.of("");

  @BeforeAll
  static void trainAStudent() throws IOException {
    Files.writeString(
        folder.resolve("features.csv"),
        "shape,bird\n" + "1,owl\n2,owl\n4,gull\n4.5,gull\n".repeat(16));
    table =
        Files.writeString(
            folder.resolve("birds.csv"),
            "row,shape,bird,place\n"
                + "a,1,owl,wood\nb,2,owl,sea\nc,4,gull,sea\nd,4.5,gull,wood\n".repeat(4));
    Path study = Files.writeString(folder.resolve("birds.yaml"), STUDY);
    assertThat(Cli.run("study", study, "-o", folder.resolve("out"), "-q").code()).isZero();
    model = folder.resolve("out").resolve("student.onnx");
  }

  @Test
  void evaluate_modelWithData_printsItsClassesAndGroups() throws IOException {
    Cli result =
        Cli.run(
            "evaluate",
            model,
            "--data",
            table,
            "--label=bird",
            "--group=place",
            "--ignore=row",
            "--json");
    assertThat(result.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.at("/classNames/0").asText()).isEqualTo("gull");
    assertThat(json.get("read").asText()).startsWith("scored the rows of ").contains("birds.csv");
    assertThat(json.at("/groups/names/1").asText()).isEqualTo("wood");
    assertThat(json.has("brier")).isTrue();
    Cli study = Cli.run("evaluate", model, "--data", folder.resolve("birds.yaml"));
    assertThat(study.out()).contains("scored the validation split of features", "owl", "gull");
  }

  @Test
  void evaluate_modelWithoutData_saysWhatItNeeds() {
    Cli result = Cli.run("evaluate", model);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("student.onnx: an ONNX model needs examples to score; name them with --data");
  }

  @Test
  void diagnose_dataWithOtherColumns_leavesThemOut() {
    Cli result =
        Cli.run("diagnose", model, "--data", table, "--label=bird", "--group=place", "--id=row");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("16 examples in 2 classes");
    Cli without = Cli.run("diagnose", model, "--data", table, "--label=bird", "--ignore=rwo");
    assertThat(without.code()).isEqualTo(2);
    assertThat(without.err()).contains("no column 'rwo' to leave out; did you mean 'row'?");
  }

  @Test
  void diagnose_json_hasTheWordsOfStudyFiles() {
    Cli result =
        Cli.run("diagnose", model, "--data", table, "--label=bird", "--ignore=row,place", "--json");
    assertThat(result.out())
        .contains("\"per-class\"", "\"raw\"", "\"temperature\"")
        .doesNotContain("PER_CLASS", "RAW", "GOOD", "\"OVER\"", "\"UNDER\"", "\"RIGHT\"");
  }

  @Test
  void diagnose_classesInAnotherOrder_areThoseOfTheModel() {
    Cli swapped =
        Cli.run(
            "evaluate",
            model,
            "--data",
            table,
            "--label=bird",
            "--ignore=row,place",
            "--classes=owl,gull");
    assertThat(swapped.code()).isZero();
    Cli wrong =
        Cli.run(
            "evaluate",
            model,
            "--data",
            table,
            "--label=bird",
            "--ignore=row,place",
            "--classes=owl,tern");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("--classes: expected the 2 classes of the rows of");
  }

  @Test
  void diagnose_namedScores_followTheOrderOfTheData() throws IOException {
    Path data = Files.writeString(folder.resolve("d.csv"), "class,a\n10,1\n9,2\n10,3\n9,4\n");
    Path scores =
        Files.writeString(
            folder.resolve("s.csv"),
            "label,proba_10,proba_9\n10,0.9,0.1\n9,0.2,0.8\n10,0.7,0.3\n9,0.4,0.6\n");
    Cli result = Cli.run("diagnose", scores, "--data", data);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("accuracy 100.0 %");
  }

  @Test
  void diagnose_fileOfCosts_isDecodedStrictlyAndNamesLines() throws IOException {
    Path scores =
        Files.writeString(folder.resolve("z.csv"), "label,z0,z1\n0,1,0\n1,0,1\n0,1,0\n1,0,1\n");
    Path costs = Files.writeString(folder.resolve("costs.txt"), "\uFEFF1\n2.5\n");
    assertThat(Cli.run("diagnose", scores, "--costs", costs).code()).isZero();
    Path bad = Files.writeString(folder.resolve("bad.txt"), "1\n\n0x1p3\n");
    assertThat(Cli.run("diagnose", scores, "--costs", bad).err())
        .contains("bad.txt, line 3: class 1: expected a positive number, found '0x1p3'");
    Path latin = Files.write(folder.resolve("latin.txt"), "1\nzwölf\n".getBytes(ISO_8859_1));
    assertThat(Cli.run("diagnose", scores, "--prior", latin).err())
        .contains("latin.txt, line 2: byte 0xF6 at character 3 of the line is not text in UTF-8");
  }

  @Test
  void study_table_isNotPrinted() throws IOException {
    Cli result = Cli.run("study", table);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("birds.csv: data or a model, not a study file", "distill --data", "limbeck init")
        .doesNotContain("gull");
    Path text = Files.writeString(folder.resolve("birds.txt"), "some words\n".repeat(500));
    assertThat(Cli.run("study", text).err()).hasSizeLessThan(1000).contains("some words");
  }

  @Test
  void evaluate_classesInAFile_nameTheRows() throws IOException {
    Path names = Files.writeString(folder.resolve("names.txt"), "ant\nbee\ncow\n");
    Path scores =
        Files.writeString(folder.resolve("p.csv"), "label,prediction\nbee,cow\nant,ant\n");
    assertThat(Cli.run("evaluate", scores, "--classes", names).out())
        .contains("1 of 3 classes have no examples, so nothing above is about them: cow");
    Path twice = Files.writeString(folder.resolve("twice.txt"), "ant\nant\n");
    assertThat(Cli.run("evaluate", scores, "--classes", twice).err())
        .contains("--classes: name 2, 'ant', is there twice; name each class once");
    assertThat(Cli.run("evaluate", scores, "--classes", "nofile").err())
        .contains("--classes nofile: cannot be read", "give names between commas, or a file");
  }
}
