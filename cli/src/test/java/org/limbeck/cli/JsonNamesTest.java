package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every output of {@code --json} is one object whose keys are in camelCase. */
class JsonNamesTest {
  /** Keys whose objects have data for keys: deltas, and the names of student objectives. */
  private static final Set<String> OF_DATA = Set.of("deltaWorst", "byStudent");

  private static final String STUDY =
      """
      name: birds
      data: {source: csv, train: birds.csv, label: bird, group: place}
      seeds: [0, 1]
      teacher: {network: mlp 4, train: {epochs: 2}}
      student:
        network: mlp 4
        objectives: [standard, balanced]
        recipes: [{name: half_way, costs: effective-number}]
        postShift: [0.1, 1]
        train: {epochs: 2}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void json_ofEveryCommand_hasKeysInCamelCase() throws IOException {
    Files.writeString(
        folder.resolve("birds.csv"),
        "shape,bird,place\n" + "1,owl,wood\n2,owl,sea\n4,gull,sea\n4.5,gull,wood\n".repeat(16));
    Path file = Files.writeString(folder.resolve("birds.yaml"), STUDY);
    Path study = folder.resolve("out");
    assertThat(keys("study", file, "-o", study, "-q"))
        .contains("worstGroupAccuracy", "worstClassDifferencePHolm", "groupsOfOneSeed");
    Path run;
    try (Stream<Path> runs = Files.list(study.resolve("runs"))) {
      run = runs.sorted().findFirst().orElseThrow();
    }
    assertThat(keys("diagnose", study)).contains("limitingClass");
    assertThat(keys("diagnose", run)).contains("negativeLogLikelihood");
    assertThat(keys("evaluate", run)).contains("worstClassCalibrationGap");
    assertThat(keys("report", study)).containsExactlyInAnyOrder("report", "finished");
    assertThat(keys("data", "describe", file)).contains("validationCounts");
  }

  @Test
  void json_withoutAStudy_hasKeysInCamelCase() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("p.csv"), "label,p0,p1,the_group\n0,0.9,0.1,a\n1,0.2,0.8,b\n");
    assertThat(keys("evaluate", table, "--group", "the_group")).contains("classInGroup");
    assertThat(keys("recipes")).contains("forTeachers");
    assertThat(keys("data", "list")).contains("options");
  }

  /** The keys at all depths of what a command prints with {@code --json}. */
  private static List<String> keys(Object... command) throws IOException {
    Cli result = Cli.run(Stream.concat(Stream.of(command), Stream.of("--json")).toArray());
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.isObject()).isTrue();
    List<String> keys = keys(json).toList();
    assertThat(keys).allMatch(key -> key.matches("[a-z]+([A-Z][a-z0-9]*)*[0-9]*"));
    return keys;
  }

  private static Stream<String> keys(JsonNode json) {
    if (json.isArray()) {
      return json.valueStream().flatMap(JsonNamesTest::keys);
    }
    return json.propertyStream()
        .flatMap(
            field ->
                Stream.concat(
                    Stream.of(field.getKey()),
                    OF_DATA.contains(field.getKey())
                        ? field.getValue().valueStream().flatMap(JsonNamesTest::keys)
                        : keys(field.getValue())));
  }
}
