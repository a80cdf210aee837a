package org.limbeck.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every user error: exit code 2, one message, no stack trace, nothing on standard output. */
class EvaluateErrorsTest {
  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --confidence=1   | limbeck: --confidence: expected a number between 0 and 1, found 1.0
          --confidence=NaN | limbeck: --confidence: expected a number between 0 and 1, found NaN
          --confidence=no  | limbeck: Invalid value for option '--confidence'
          --bins=0         | limbeck: --bins: expected 1 to 10000, found 0
          --worst-k=0      | limbeck: --worst-k: expected 1 or more, found 0
          --worst-k=3      | limbeck: worst-k: expected 2 or less, the number of classes, found 3
          --delta=0.1,-1   | limbeck: --delta: expected a number of nats, 0 or more, found -1.0
          --delta=some     | limbeck: Invalid value for option '--delta'
          --classes=0      | limbeck: --classes: expected 1 to 100000, found 0
          --classes=1      | line 3, column 'label': expected a class in 0..0, found 1
          --encoding=latin-2 | limbeck: --encoding: no charset 'latin-2'; did you mean 'Latin-9'?
          --split=test     | limbeck: --split chooses a file of a run directory
          --jsn            | Possible solutions: --json
          """)
  void evaluate_badOption_isAUserError(String option, String message) throws IOException {
    Path file = Files.writeString(directory.resolve("p.csv"), "label,prediction\n0,0\n1,1\n");
    assertUserError(message, option, file.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          label,p0,p1#0,0.9,0.9   | p.csv, line 2, columns p0..p1: the probabilities sum to 1.8
          label,prediction#0,0#1  | p.csv, line 3: expected 2 fields
          label,prediction#0,-1   | p.csv, line 2, column 'prediction': expected a class in
          label,prediction        | p.csv has a header but no examples
          0,1                     | p.csv, line 1: numbers instead of a header
          """)
  void evaluate_badFile_isAUserError(String content, String message) throws IOException {
    Path file = Files.writeString(directory.resolve("p.csv"), content.replace('#', '\n'));
    assertUserError(message, file.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          plce       | no column 'plce' for --group; did you mean 'place'?; the header has label, prediction, place
          label      | 'label' holds no groups; name another column with --group
          prediction | 'prediction' holds no groups
          """)
  void evaluate_badGroupColumn_isAUserError(String group, String message) throws IOException {
    Path file = Files.writeString(directory.resolve("p.csv"), "label,prediction,place\n0,0,sea\n");
    assertUserError(message, "--group=" + group, file.toString());
  }

  @Test
  void evaluate_badGroups_isAUserError() throws IOException {
    Path one = Files.writeString(directory.resolve("p.csv"), "label,prediction,place\n0,0,sea\n");
    assertUserError("column 'place': one value only, 'sea'", "--group=place", one.toString());
    Path empty = Files.writeString(directory.resolve("e.csv"), "label,prediction,place\n0,0, \n");
    assertUserError("line 2, column 'place': empty", "--group=place", empty.toString());
    var many = new StringBuilder("label,prediction,place\n");
    for (int i = 0; i < 1001; i++) {
      many.append("0,0,").append(i).append('\n');
    }
    Path file = Files.writeString(directory.resolve("m.csv"), many);
    assertUserError("line 1002, column 'place': more than 1000", "--group=place", file.toString());
    assertUserError("--group is for files", "--group=g", directory.toString());
  }

  @Test
  void evaluate_groupsInLatin1_areRefusedUnlessTheEncodingIsNamed() throws IOException {
    byte[] text = "label,prediction,ort\n0,0,Köln\n1,1,Käln\n".getBytes(ISO_8859_1);
    Path file = Files.write(directory.resolve("p.csv"), text);
    String message = "p.csv, line 2, column 'ort': byte 0xF6 at character 6 of the line is not";
    assertUserError(message, "--group=ort", file.toString());
    var named = Cli.run("evaluate", "--group=ort", "--encoding=ISO-8859-1", file);
    assertThat(named.code()).isZero();
    assertThat(named.out()).contains("Köln", "Käln");
    assertUserError("--encoding is for files", "--encoding=ISO-8859-1", directory.toString());
  }

  @Test
  void evaluate_columnTwice_isAUserError() throws IOException {
    Path file = Files.writeString(directory.resolve("p.csv"), "label,p0,p1,p0\n0,1,0,1\n");
    assertUserError(
        "p.csv, line 1: column 'p0' is there twice, as columns 2 and 4", file.toString());
  }

  @Test
  void evaluate_classesAgainstTheColumns_isAUserError() throws IOException {
    Path file = Files.writeString(directory.resolve("p.csv"), "label,p0,p1\n0,1,0\n");
    assertUserError("expected probabilities of 3 classes", "--classes=3", file.toString());
  }

  @Test
  void evaluate_noFile_isAUserError() {
    assertUserError("Missing required parameter: 'FILE'");
    assertUserError("no.csv does not exist", directory.resolve("no.csv").toString());
    assertUserError("is a directory without run.json", directory.toString());
  }

  private static void assertUserError(String message, String... args) {
    var words = new ArrayList<>(List.of(args));
    words.add(0, "evaluate");
    var result = Cli.run(words.toArray());
    assertThat(result.err()).contains(message).startsWith("limbeck: ").doesNotContain("\tat ");
    assertThat(result.err().lines().count()).isLessThanOrEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(2);
  }
}
