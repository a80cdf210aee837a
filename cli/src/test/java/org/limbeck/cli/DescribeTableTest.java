package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeTableTest {
  @TempDir private Path folder;
  private Path table = Path.of("birds.csv");

  @BeforeEach
  void writeTable() throws IOException {
    var text = new StringBuilder("ring;wing;colour;seen;same;kind\n");
    for (int i = 0; i < 40; i++) {
      text.append(
          "r%d;%d,5;%s;2020-01-%02d;7;0%d\n"
              .formatted(i, i, i % 9 == 0 ? "" : "c" + i % 3, 1 + i % 28, i % 4 == 0 ? 1 : 2));
    }
    table = Files.writeString(folder.resolve("birds.csv"), text);
  }

  private Cli describe(String... more) {
    Stream<String> start = Stream.of("data", "describe", table.toString(), "--key", "decimal=,");
    return Cli.run(Stream.concat(start, Stream.of(more)).toArray());
  }

  @Test
  void describe_table_printsColumnsClassesAndWhatIsOdd() {
    var result = describe("--label", "kind");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("birds: 40 rows, 6 columns")
        .containsPattern("(?m)^wing +DOUBLE +feature +0.5 to 39.5 +0 +about \\d\\d$")
        .containsPattern("(?m)^kind +VARCHAR +label +01 to 02 +0 +about 2$")
        .containsPattern("(?m)^02 +30$")
        .contains("note: column 'ring': like an id")
        .contains("note: column 'seen': dates or times are not features")
        .contains("note: column 'same': the same in all rows")
        .contains("note: values of features are missing; missing: mean replaces them")
        .contains("label: kind, decimal: \",\", id: ring, ignore: [seen, same], missing: flag}");
  }

  @Test
  void describe_listOfAKey_isAList() {
    var result = describe("--label", "kind", "--key", "ignore=[ring, wing]");
    assertThat(result.out()).contains("ignore: [ring, wing, seen, same]");
  }

  @Test
  void describe_differentValues_areNotMoreThanRows() {
    var matcher = Pattern.compile("about (\\d+)").matcher(describe("--label", "kind").out());
    assertThat(
            matcher.results().mapToInt(found -> Integer.parseInt(found.group(1))).max().orElse(0))
        .isBetween(30, 40);
  }

  @Test
  void describe_tableWithoutRows_isRefused() throws IOException {
    Files.writeString(table, "ring;wing;kind\n");
    var result = describe("--label", "kind");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("birds.csv: no rows; a table needs examples");
  }

  @Test
  void describe_tableAsJson_hasAllOfIt() throws IOException {
    JsonNode json = new ObjectMapper().readTree(describe("--label", "kind", "--json").out());
    assertThat(json.get("rows").intValue()).isEqualTo(40);
    assertThat(json.get("columns").get(2).toString())
        .contains("\"name\":\"colour\"", "\"missing\":5", "\"range\":[\"c0\",\"c2\"]");
    assertThat(json.get("classes").get(0).toString()).isEqualTo("{\"name\":\"02\",\"rows\":30}");
    assertThat(json.get("keys").get("ignore").toString()).isEqualTo("[\"seen\",\"same\"]");
  }

  @Test
  void describe_whatItProposes_isAStudyThatReadsIt() throws IOException {
    String out = describe("--label", "kind").out();
    String data = out.substring(out.indexOf("data: {"));
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            "name: birds\nseeds: [0]\nteacher: {network: mlp 4}\nstudent: {network: mlp 2}\n"
                + data);
    var result = Cli.run("data", "describe", study.toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("birds: 2 classes");
  }

  @Test
  void describe_wrongOptions_areNamed() {
    assertThat(describe("--ratio", "2").err())
        .contains("--ratio: not for the description of a table");
    assertThat(describe("--key", "seperator=;").err())
        .contains("--key: tables have no key 'seperator'; did you mean 'separator'?");
    assertThat(describe("--label", "knid").err())
        .contains("data.label: no column 'knid'; did you mean 'kind'?");
    assertThat(Cli.run("data", "describe", "digits", "--label", "x").err())
        .contains("--label: not for the description of a source");
  }
}
