package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final List<String> CLASS_KEYS =
      List.of(
          "classes",
          "classAccuracy",
          "classCount",
          "accuracy",
          "balancedAccuracy",
          "worstClassAccuracy",
          "worstClass",
          "worstK",
          "worst3",
          "confidence",
          "classLowerBound",
          "worstClassLowerBound",
          "worstClassUpperBound",
          "classNames",
          "read",
          "deltaWorst");
  private static final List<String> CALIBRATION_KEYS =
      List.of(
          "bins",
          "expectedCalibrationError",
          "classwiseCalibrationError",
          "meanClasswiseCalibrationError",
          "classCalibrationGap",
          "worstClassCalibrationGap",
          "negativeLogLikelihood",
          "brier");

  @TempDir private Path directory = Path.of("");

  @Test
  void evaluate_help_namesAllThatIsRead() {
    assertThat(Cli.run("evaluate", "--help").out())
        .contains("label,prediction", "label,p0,p1,...", "label,z0,z1,...", ".safetensors")
        .contains("--encoding=CHARSET");
  }

  @Test
  void evaluate_predictions_printsClassesAndSummary() throws IOException {
    var result = Cli.run("evaluate", file("label,prediction\n0,0\n0,0\n1,1\n1,0\n"));
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines())
        .containsExactly(
            "read 4 rows: labels from 'label' (class indices), predictions from 'prediction'",
            "",
            " class    count  accuracy  lower bound",
            "     0        2    1.0000       0.2236",
            "     1        2    0.5000       0.0253",
            "",
            "examples                4 in 2 classes",
            "accuracy                0.7500",
            "balanced accuracy       0.7500",
            "worst-class accuracy    0.5000 (class 1; few examples, 2, so read the bound)",
            "  at confidence 0.95    at least 0.0253; at most 0.9874 (each alone)",
            "delta-worst at 0.1      0.6401 (lowest over class frequencies within 0.1 nats of uniform)",
            "delta-worst at 0.5      0.5241 (lowest over class frequencies within 0.5 nats of uniform)");
  }

  // Classes right in 1 and 1/2 of their examples. At KL((1/4, 3/4) || uniform) = ln 2 - (1/4) ln 4
  // - (3/4) ln(4/3) = 0.130812 nats the worse class has three quarters of the weight: 1/4 + 3/8.
  @Test
  void evaluate_deltas_areReportedFromBalancedToWorst() throws IOException {
    Path file = file("label,prediction\n0,0\n0,0\n2,2\n2,0\n");
    assertThat(Cli.run("evaluate", "--classes=4", "--delta=0.7,0,0.130812", file).out().lines())
        .containsSubsequence(
            "delta-worst at 0.0      0.7500 (lowest over class frequencies within 0.0 nats of uniform)",
            "delta-worst at 0.130812 0.6250 (lowest over class frequencies within 0.130812 nats of uniform)",
            "delta-worst at 0.7      0.5000 (lowest over class frequencies within 0.7 nats of uniform)");
    JsonNode json =
        new ObjectMapper()
            .readTree(Cli.run("evaluate", "--json", "--classes=4", "--delta=0.7", file).out());
    assertThat(json.get("deltaWorst")).hasToString("{\"0.7\":0.5}");
  }

  @Test
  void evaluate_probabilities_printsCalibration() throws IOException {
    var result = Cli.run("evaluate", "--bins=10", file("label,p0,p1\n0,0.75,0.25\n1,1,0\n"));
    assertThat(result.out())
        .contains(
            "calibration, 10 bins", "worst class gap         ", "Brier score             1.0625");
    assertThat(Cli.run("evaluate", file("label,p0,p1\n1,1,0\n")).out())
        .contains("worst class gap         undefined");
  }

  @Test
  void evaluate_groups_printsEachWithItsCountAndBound() throws IOException {
    String rows = "0,0,sea\n".repeat(39) + "0,1,sea\n1,1,forest\n1,0,forest\n";
    var result = Cli.run("evaluate", "--group=place", file("label,prediction,place\n" + rows));
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines())
        .containsSubsequence(
            "group                       count  accuracy  lower bound",
            "forest                          2    0.5000       0.0253  few examples",
            "sea                            40    0.9750       0.8868",
            "class in group              count  accuracy  lower bound",
            "1 in forest                     2    0.5000       0.0253  few examples",
            "0 in sea                       40    0.9750       0.8868",
            "2 of 4 have no examples, so nothing above is about them.");
  }

  @Test
  void evaluate_groupsAsJson_hasThemInAnObject() throws IOException {
    Path table = Files.writeString(directory.resolve("g.csv"), "g,label,p0,p1\na,0,1,0\nb,1,1,0\n");
    JsonNode json =
        new ObjectMapper()
            .readTree(Cli.run("evaluate", "--json", "--group=g", table.toString()).out());
    assertThat(json.at("/groups/names/1").asText()).isEqualTo("b");
    assertThat(json.at("/groups/group/classAccuracy/1").asDouble()).isZero();
    assertThat(json.at("/groups/classInGroup/classAccuracy/1").isNull()).isTrue();
  }

  @Test
  void evaluate_absentClasses_saysSo() throws IOException {
    var result = Cli.run("evaluate", "--classes=4", file("label,prediction\n0,0\n2,3\n"));
    assertThat(result.out())
        .contains("2 of 4 classes have no examples, so nothing above is about them: 1, 3")
        .contains("examples                2 in 4 classes");
  }

  @Test
  void evaluate_manyClasses_printsTheWorst20() throws IOException {
    var text = new StringBuilder("label,prediction\n");
    for (int y = 0; y < 1000; y++) {
      text.append(y).append(',').append(y == 500 ? 0 : y).append('\n');
    }
    var result = Cli.run("evaluate", file(text.toString()));
    assertThat(result.out().lines().skip(3).findFirst().orElseThrow()).startsWith("   500 ");
    assertThat(result.out())
        .contains("The 20 worst of 1000 classes are shown; --json has them all.");
    assertThat(result.out().lines().count()).isLessThan(40);
  }

  @Test
  void evaluate_json_hasTheKeysOfTheVectors() throws IOException {
    JsonNode plain = json(file("label,prediction\n0,0\n2,1\n"));
    assertThat(plain.propertyStream().map(Map.Entry::getKey)).containsExactlyElementsOf(CLASS_KEYS);
    assertThat(plain.get("classAccuracy")).hasToString("[1.0,null,0.0]");
    JsonNode calibrated = json(file("label,p0,p1\n1,0.5,0.5\n"));
    assertThat(calibrated.propertyStream().map(Map.Entry::getKey))
        .containsAll(CLASS_KEYS)
        .containsAll(CALIBRATION_KEYS)
        .hasSize(CLASS_KEYS.size() + CALIBRATION_KEYS.size());
    assertThat(calibrated.get("classCalibrationGap").get(0).isNull()).isTrue();
  }

  @Test
  void evaluate_otherLocale_printsPoints() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Cli.run("evaluate", file("label,prediction\n0,0\n")).out()).contains("1.0000");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void evaluate_windowsFile_isFine() throws IOException {
    assertThat(Cli.run("evaluate", file("\uFEFFlabel,prediction\r\n0,0\r\n")).code()).isZero();
  }

  @Test
  void evaluate_aMillionRows_countsThemAll() throws IOException {
    Path file = directory.resolve("million.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("label,prediction\n");
      for (int i = 0; i < 1_000_000; i++) {
        out.write(i % 10 + "," + (i % 7 == 0 ? 0 : i % 10) + "\n");
      }
    }
    assertThat(Cli.run("evaluate", file).out()).contains("examples                1000000 in 10");
  }

  @Test
  void evaluate_runDirectory_readsTheSplit() throws IOException {
    copyRun();
    assertThat(Cli.run("evaluate", directory).out()).contains("examples                30 in 3");
    assertThat(Cli.run("evaluate", directory, "--split=train").err())
        .contains("expected test or validation, found 'train'");
  }

  @Test
  void evaluate_runDirectoryWithAlteredFiles_isRefused() throws IOException {
    copyRun();
    Path predictions = directory.resolve("predictions.csv");
    Files.writeString(predictions, Files.readString(predictions).replaceAll("(?m)^1,", "0,"));
    var altered = Cli.run("evaluate", directory);
    assertThat(altered.code()).isEqualTo(2);
    assertThat(altered.err()).contains("predictions.csv: missing, damaged or altered");
    assertThat(Cli.run("evaluate", directory, "--split", "validation").code()).isZero();
    Files.writeString(directory.resolve("run.json"), "{}");
    var unsealed = Cli.run("evaluate", directory, "--split", "validation");
    assertThat(unsealed.code()).isEqualTo(2);
    assertThat(unsealed.err()).contains("run.json: missing, damaged or altered");
  }

  /** A finished run that an earlier version left. */
  private void copyRun() throws IOException {
    Path run =
        Path.of("..", "core", "src", "test", "resources", "earlier-study", "runs")
            .resolve("d745f97096fa3c57");
    for (String file : List.of("run.json", "predictions.csv", "predictions-validation.csv")) {
      Files.copy(run.resolve(file), directory.resolve(file));
    }
  }

  private JsonNode json(Path file) throws IOException {
    var result = Cli.run("evaluate", "--json", file);
    assertThat(result.code()).isZero();
    return new ObjectMapper().readTree(result.out());
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("predictions.csv"), content);
  }
}
