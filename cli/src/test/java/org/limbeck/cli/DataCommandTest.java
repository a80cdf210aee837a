package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
  @Test
  void list_json_hasAllSources() throws IOException {
    var result = Cli.run("data", "list", "--json");
    JsonNode sources = new ObjectMapper().readTree(result.out()).get("sources");
    assertThat(sources.findValuesAsText("name")).contains("digits", "csv", "cifar10");
    JsonNode csv = sources.get(sources.findValuesAsText("name").indexOf("csv"));
    assertThat(csv.get("options").toString()).contains("\"label\"");
  }

  @Test
  void describe_json_hasTheCountsOfTheTable() throws IOException {
    var result = Cli.run("data", "describe", "digits", "--ratio", "50", "--json");
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.get("classNames")).hasSize(10);
    assertThat(json.get("trainCounts").get(9).intValue()).isEqualTo(5);
    assertThat(json.get("testCounts").get(0).intValue()).isEqualTo(178);
  }

  @Test
  void list_always_namesTheBuiltInData() {
    var result = Cli.run("data", "list");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .containsPattern("(?m)^digits +UCI optical digits")
        .containsPattern("(?m)^csv +your own table")
        .contains("\ncifar10 ", "\ncifar100 ", "\nimage-folder ", "\ntiny-imagenet ");
  }

  @Test
  void describe_digits_countsEveryClassInEverySplit() {
    var result = Cli.run("data", "describe", "digits", "--ratio", "50");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("digits: 10 classes, examples of shape [1, 8, 8]", "CC BY 4.0", "fingerprint: ")
        .containsPattern("(?m)^0 +282 +94 +178 +█{40}$")
        .containsPattern("(?m)^9 +5 +96 +180 +█$")
        .containsPattern("(?m)^all +\\d+ +\\d+ +1797$")
        .contains("imbalance: largest class 282, smallest 5 in training, ratio 56.4");
  }

  @Test
  void describe_studyFile_describesItsData(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("s.yaml"),
            """
            name: s
            data: {source: digits, validation: 0.5}
            seeds: [0]
            teacher: {network: mlp 4}
            student: {network: mlp 4}
            """);
    assertThat(Cli.run("data", "describe", file).out()).containsPattern("(?m)^0 +188 +188 +178 ");
    assertThat(Cli.run("data", "describe", file, "--ratio", "3").code()).isEqualTo(2);
  }

  @Test
  void describe_groups_countsThemInEverySplit(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("birds.csv"),
        "bird,shape,place\n" + "owl,1,wood\nowl,2,wood\nowl,3,sea\ngull,4,sea\n".repeat(10));
    Path file =
        Files.writeString(
            folder.resolve("s.yaml"),
            """
            name: s
            data: {source: csv, train: birds.csv, label: bird, group: place, validation: 0.2}
            seeds: [0]
            teacher: {network: mlp 4}
            student: {network: mlp 4}
            """);
    assertThat(Cli.run("data", "describe", file).out())
        .containsPattern("(?m)^gull +6 +1 +3 +█+$")
        .containsPattern("(?m)^sea +12 +2 +6 +█{40}$")
        .containsPattern("(?m)^owl in wood +12 +3 +5 +█{40}$")
        .containsPattern("(?m)^gull in wood +0 +0 +0$");
  }

  @Test
  void describe_unknown_suggestsTheNearest() {
    var result = Cli.run("data", "describe", "digit");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("no data source 'digit'; did you mean 'digits'?");
    assertThat(Cli.run("data", "describe", "birds.csv").err())
        .contains("data.from: birds.csv: no such file");
    assertThat(Cli.run("data", "describe", "digits", "--ratio", "0").err())
        .contains("--ratio: expected a number of 1 or more, found 0.0");
  }

  @Test
  void describe_imageFolder_readsItAndDrawsASheet(@TempDir Path folder) throws IOException {
    Path dir = pictures(folder.resolve("fruit"));
    Path sheet = folder.resolve("fruit.png");
    var result = Cli.run("data", "describe", "image-folder", "--data-dir", dir, "--sheet", sheet);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("fruit: 2 classes, examples of shape [3, 64, 64]")
        .contains("note: val/ is not read: no class folder in it")
        .contains("contact sheet: " + sheet);
    assertThat(ImageIO.read(sheet.toFile()).getHeight()).isEqualTo(140);
  }

  @Test
  void describe_studyFile_takesTheFolderFromTheOption(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("s.yaml"),
            """
            name: s
            data: {source: image-folder, size: 8}
            seeds: [0]
            teacher: {network: mlp 4}
            student: {network: mlp 4}
            """);
    assertThat(Cli.run("data", "describe", file).err()).contains("data.dir: missing");
    Path dir = pictures(folder.resolve("fruit"));
    assertThat(Cli.run("data", "describe", file, "--data-dir", dir).out())
        .contains("fruit: 2 classes, examples of shape [3, 8, 8]");
  }

  private static Path pictures(Path dir) throws IOException {
    for (int i = 0; i < 20; i++) {
      Path picture = dir.resolve(i % 2 == 0 ? "train/lime" : "train/plum").resolve(i + ".png");
      Files.createDirectories(Objects.requireNonNull(picture.getParent()));
      var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i, i, 0xffffff);
      ImageIO.write(image, "png", picture.toFile());
    }
    Files.createDirectories(dir.resolve("val"));
    return dir;
  }

  @Test
  void describe_sheetOrFolderThatCannotBe_isRefused(@TempDir Path folder) throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(table, "a,class\n" + "1,x\n2,y\n".repeat(8));
    Path file =
        Files.writeString(
            folder.resolve("s.yaml"),
            """
            name: s
            data: {source: csv, train: t.csv}
            seeds: [0]
            teacher: {network: mlp 4}
            student: {network: mlp 4}
            """);
    var sheet = Cli.run("data", "describe", file, "--sheet", folder.resolve("x.png"));
    assertThat(sheet.code()).isEqualTo(2);
    assertThat(sheet.err()).contains("t: its examples are no images");
    assertThat(folder.resolve("x.png")).doesNotExist();
    var dir = Cli.run("data", "describe", "digits", "--data-dir", folder);
    assertThat(dir.code()).isEqualTo(2);
    assertThat(dir.err()).contains("--data-dir: source 'digits' reads no folder");
  }
}
