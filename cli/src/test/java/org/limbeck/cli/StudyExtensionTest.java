package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files, commands and messages of docs/studies.md. */
class StudyExtensionTest {
  private static final Path GUIDE = Path.of("..", "docs", "studies.md");

  @TempDir private Path folder;
  private Path output;
  private Path small;
  private Path more;

  @BeforeEach
  void write() throws IOException {
    output = folder.resolve("runs").resolve("small");
    small = Files.writeString(folder.resolve("small.yaml"), blocks("yaml").get(0));
    more = Files.writeString(folder.resolve("more.yaml"), blocks("yaml").get(1));
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("(?s)```" + language + "\n(.*?)```")
        .matcher(Files.readString(GUIDE))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private Cli study(Path file, Object... options) {
    return Cli.run(
        Stream.concat(Stream.of("study", file, "-o", output), Stream.of(options)).toArray());
  }

  private Map<String, byte[]> runs() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(output.resolve("runs"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  void study_commandsOfTheGuide_trainWhatIsNewAndPrintWhatItShows() throws IOException {
    assertThat(blocks("sh"))
        .containsExactly(
            "./limbeck study small.yaml -o runs/small\n",
            "./limbeck study more.yaml -o runs/small\n");
    assertThat(study(small).err()).isEmpty();
    Map<String, byte[]> before = runs();
    Cli extended = study(more);
    assertThat(extended.err()).isEqualTo(shown(0) + "limbeck: 6 of 12 runs are done already\n");
    assertThat(extended.out()).contains("balanced");
    assertThat(runs()).containsAllEntriesOf(before);
    String changed = Files.readString(small).replace("epochs: 2", "epochs: 20");
    Cli refused = study(Files.writeString(small, changed), "--quiet");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).isEqualTo(shown(1));
  }

  /** A printed block of the guide with this test's directory. */
  private String shown(int block) throws IOException {
    return blocks("text").get(block).replace("runs/small", output.toString());
  }

  @Test
  void study_options_winOverBothFiles() throws IOException {
    study(small, "--quiet", "--device", "cpu");
    Cli extended = study(more, "--device", "auto", "--seeds", "0");
    assertThat(extended.err())
        .doesNotContain("device", "seeds:")
        .contains(
            output + " keeps the runs of seed 1, which are not in the table",
            "extends " + output + ": new student objective balanced: 1 new run\n");
    assertThat(output.resolve("study.yaml")).content().contains("seeds: [0]\n", "device: auto\n");
    assertThat(study(more, "--quiet", "--json", "--seeds", "0").err()).isEmpty();
  }

  @Test
  void study_nothingTrainedYet_takesTheCorrectedFile() throws IOException {
    String text = Files.readString(small).replace("student: {", "student: {baseline: false, ");
    String fast = text.replace("epochs: 3", "epochs: 3, learningRate: 1e38");
    assertThat(study(Files.writeString(small, fast)).err()).contains("the loss is not finite");
    Cli corrected = study(Files.writeString(small, text));
    assertThat(corrected.err()).isEmpty();
    assertThat(output.resolve("study.yaml")).content().contains("learningRate: 0.1\n");
  }
}
