package org.limbeck.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.data.DataPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.table.scan.TableOptions;

/** The keys of the source as they stand in study files. */
class TableKeysTest {
  private static final String STUDY =
      """
      name: birds
      seeds: [0]
      teacher: {network: mlp 4}
      student: {network: mlp 2}
      data:
        source: table
      """;

  private static StudyPlan plan(String keys) {
    return StudyYaml.parse(STUDY + keys.indent(2), "birds.yaml", Path.of("/data"));
  }

  private static void written(String keys, Map<String, String> options, String... lines) {
    StudyPlan plan = plan(keys);
    assertThat(plan.data().options()).isEqualTo(options);
    String text = StudyYaml.write(plan);
    assertThat(text).contains(lines);
    assertThat(StudyYaml.parse(text, "study.yaml", Path.of("/elsewhere"))).isEqualTo(plan);
  }

  @Test
  void parse_lists_areNaturalAndWrittenAsLists() {
    written(
        "from: [a.csv, '../b.csv']\nignore: [x, \"y 'z'\"]\nclasses: [01, 1, no]",
        Map.of(
            "from", "[\"/data/a.csv\",\"/b.csv\"]",
            "ignore", "[\"x\",\"y 'z'\"]",
            "classes", "[\"01\",\"1\",\"no\"]"),
        "\n  from: [\"/data/a.csv\",\"/b.csv\"]\n",
        "\n  classes: [\"01\",\"1\",\"no\"]\n");
  }

  @Test
  void parse_singleValues_stayAsTheyAre() {
    written(
        "from: 'e/*.parquet'\nignore: x\nwhere: |\n  a > 1\n  AND b = '['",
        Map.of("from", "/data/e/*.parquet", "ignore", "x", "where", "a > 1\nAND b = '['\n"),
        "\n  from: \"/data/e/*.parquet\"\n",
        "\n  ignore: \"x\"\n");
    written(
        "from: a.csv\nignore: '[x'",
        Map.of("from", "/data/a.csv", "ignore", "[\"[x\"]"),
        "\n  ignore: [\"[x\"]\n");
  }

  @Test
  void parse_validation_isAShareOrAFile() {
    written(
        "from: a.csv\nvalidation: 0.1",
        Map.of("from", "/data/a.csv"),
        "\n  validation:\n    share: 0.1\n    judge: 0.5\n");
    written(
        "from: a.csv\nvalidation: v.csv",
        Map.of("from", "/data/a.csv", "validation", "/data/v.csv"),
        "\n  validation:\n    file: \"/data/v.csv\"\n    judge: 0.5\n");
    assertThatThrownBy(() -> plan("from: a.csv\nvalidation: 1.5"))
        .hasMessageContaining("birds.yaml:8: data.validation: expected (0, 1), found 1.5");
  }

  @Test
  void parse_database_isNoFileAndHasNoPassword() {
    written(
        "from: jdbc:postgresql://host/birds?user=ann\ntable: birds\nid: id",
        Map.of("from", "jdbc:postgresql://host/birds?user=ann", "table", "birds", "id", "id"),
        "\n  from: \"jdbc:postgresql://host/birds?user=ann\"\n");
    assertThatThrownBy(() -> plan("from: jdbc:postgresql://host/birds?user=ann&password=s3cret"))
        .hasMessageContaining("birds.yaml:7: data.from: the URL has a password")
        .hasMessageContaining("LIMBECK_JDBC_PASSWORD")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(
            () -> DataPlan.builder("table").options(Map.of("from", "jdbc:a://b:s3cret@c")).build())
        .isInstanceOf(LimbeckException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void parse_wrongLists_areNamedWithTheirLine() {
    assertThatThrownBy(() -> plan("from: a.csv\nlabel: [x, y]"))
        .hasMessageContaining("birds.yaml:8: data.label: expected one value, found a list");
    assertThatThrownBy(() -> plan("from: a.csv\nignore: [x, x]"))
        .hasMessageContaining("birds.yaml:8: data.ignore[1]: 'x' is given twice; keep one");
    assertThatThrownBy(() -> plan("from: a.csv\nignored: x"))
        .hasMessageContaining("birds.yaml:8: data.ignored: unknown key; did you mean 'ignore'?");
  }

  @Test
  void documentation_hasEveryKey() throws IOException {
    String page = Files.readString(Path.of("../docs/tables.md"));
    assertThat(TableOptions.ALL).allMatch(key -> page.contains("`" + key + "`"));
  }
}
