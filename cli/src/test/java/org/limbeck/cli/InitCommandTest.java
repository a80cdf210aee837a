package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;

class InitCommandTest {
  private static final String NASTY = "a: \"b\" #c";

  @TempDir private Path folder = Path.of("");

  private Path file() {
    return folder.resolve("study.yaml");
  }

  private Cli init(Object data, Object... more) {
    Stream<Object> start = Stream.of("init", data, "-o", file());
    return Cli.run(Stream.concat(start, Stream.of(more)).toArray());
  }

  /** A table with an id, holes, dates, a constant and a name that YAML would misread. */
  private Path birds(int withoutLabel) throws IOException {
    var text = new StringBuilder("ring,wing,colour,seen,same,\"a: \"\"b\"\" #c\",kind\n");
    for (int i = 0; i < 60; i++) {
      text.append(
          "r%d,%s,%s,2024-01-%02d,7,n%d,%s\n"
              .formatted(
                  i,
                  i % 7 == 0 ? "" : i / 2.0,
                  i % 9 == 0 ? "" : "c" + i % 3,
                  1 + i % 28,
                  i % 2,
                  i < withoutLabel ? "" : i % 4 == 0 ? "true" : "02"));
    }
    return Files.writeString(folder.resolve("birds.csv"), text);
  }

  private Dataset read() {
    StudyPlan plan = StudyYaml.read(file());
    assertThat(plan.student().objectives()).contains("robust");
    return Datasets.build(plan.data(), 0);
  }

  @Test
  void init_tableWithEverything_writesAPlanThatReadsItAndSaysWhatToDecide() throws IOException {
    Cli result = init(birds(3), "--label", "kind");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("decide: column 'ring' differs in nearly every row")
        .contains("decide: column 'seen' is left out: dates or times are not features")
        .contains("decide: column 'same' is left out: the same in all rows")
        .contains("decide: values are missing in 2 columns ('wing' in 9, 'colour' in 7)")
        .contains("decide: 3 rows have no label and are left out")
        .contains("wrote " + file() + "; look through it, then train: limbeck study ");
    assertThat(file())
        .content()
        .contains("  from: birds.csv\n", "  id: ring\n", "  ignore: [seen, same]\n")
        .contains("  # Classes and their rows:\n  #   02 43\n  #   true 14\n  label: kind\n")
        .containsPattern("(?m)^  # wing +DOUBLE +feature +.* to 29.5 +9$")
        .contains("network: mlp 16");
    Dataset data = read();
    assertThat(data.classNames()).containsExactly("02", "true");
    assertThat(data.columns().orElseThrow().columns()).extracting("name").contains(NASTY);
  }

  @Test
  void init_columnsWithAnyName_areNamedInKeys() throws IOException {
    Cli result = init(birds(0), "--label", NASTY, "--ignore", "seen,kind", "--missing", "mean");
    assertThat(result.code()).isZero();
    assertThat(read().classNames()).containsExactly("n0", "n1");
  }

  @Test
  void init_parquetWithEmbeddings_isAPlan() {
    Path table = Path.of("..", "examples", "banking77", "banking77.train.parquet");
    assertThat(init(table, "--label", "intent").code()).isZero();
    assertThat(file()).content().contains("network: mlp 64", "id: id", "ignore: [text]");
    assertThat(read().shape()).containsExactly(256);
    assertThat(StudyYaml.read(file()).name()).isEqualTo("banking77.train");
  }

  @Test
  void init_patternOfJsonLines_isAPlan() throws IOException {
    for (int part = 0; part < 2; part++) {
      var text = new StringBuilder();
      for (int i = 0; i < 20; i++) {
        text.append("{\"x\": %d.5, \"v\": [1.5, %d], \"class\": \"k%d\"}%n".formatted(i, i, i % 2));
      }
      Files.writeString(folder.resolve("part" + part + ".jsonl"), text);
    }
    assertThat(init(folder.resolve("part*.jsonl")).code()).isZero();
    assertThat(file()).content().contains("from: \"part*.jsonl\"", "label: class");
    assertThat(read().shape()).containsExactly(3);
  }

  @Test
  void init_pictures_isAPlanOfAnImageNetwork() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    for (String name : new String[] {"ant", "bee"}) {
      Path of = Files.createDirectory(pictures.resolve(name));
      for (int i = 0; i < 8; i++) {
        var image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        image.setRGB(i, 3, 0xff00 * i + name.length());
        image.setRGB(9, 9, name.hashCode());
        ImageIO.write(image, "png", of.resolve(i + ".png").toFile());
      }
    }
    Cli result = init(pictures, "--key", "size=32");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("wrote ");
    assertThat(file())
        .content()
        .contains("source: image-folder", "dir: pictures", "network: resnet8 x0.5", "#   ant ");
    assertThat(read().shape()).containsExactly(3, 32, 32);
  }

  @Test
  void init_source_isAPlan() throws IOException {
    Cli result = init("digits", "--json");
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.get("file").asText()).isEqualTo(file().toString());
    assertThat(json.get("decisions").isEmpty()).isTrue();
    assertThat(read().classes()).isEqualTo(10);
  }

  @Test
  void init_existingFile_isNeverReplaced() throws IOException {
    Files.writeString(file(), "mine");
    Cli result = init(birds(0), "--label", "kind");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("study.yaml: exists already; delete it, or name another");
    assertThat(file()).hasContent("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--label|knd|--label: no column 'knd'; did you mean 'kind'?",
        "--label|same|--label: column 'same'",
        "--label|wing|--label: column 'wing' has 51 different labels in 51 rows",
        "--key|encoding=utf-99|--key encoding: no charset 'utf-99'",
        "--missing|men|--missing: no 'men'; did you mean 'mean'?",
        "--key|seperator=;|has no key 'seperator'; did you mean 'separator'?"
      })
  void init_wrongOption_writesNothing(String option, String value, String message)
      throws IOException {
    Cli result = init(birds(0), option, value);
    assertThat(result.err()).contains(message);
    assertThat(result.code()).isEqualTo(2);
    assertThat(file()).doesNotExist();
  }

  @Test
  void init_noLabel_listsTheColumns() throws IOException {
    assertThat(init(birds(0)).err())
        .contains("with the class: ring, wing, colour, seen, same, " + NASTY + ", kind");
  }
}
