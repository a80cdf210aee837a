package org.limbeck.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every user error: exit code 2, one message, no stack trace, nothing on standard output. */
class DiagnoseErrorsTest {
  private static final String DATA = "class,a\nx,1\ny,2\nx,3\ny,4\n";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          label,z0,z1,z2#0,1,2,3#1,1,2,3 | s.csv: has scores of 3 classes, but the rows of | has 2 classes
          label,z0,z1#0,1,2#1,1,2        | s.csv: has 2 rows, but the rows of              | has 4 examples
          label,z0,z1#0,1,2#1,1,2#1,1,2#0,1,2 | s.csv: has label 1 in row 3, but the rows of | has label 0; keep the order
          label,z0,z1#0,1                | s.csv, line 2: expected 3 fields                | add or remove fields
          label,z0,z1#0,1,NaN            | s.csv, line 2, column 'z1': expected            | correct it
          label,prediction#0,0           | s.csv, line 1: scores are missing               | label,z0,z1
          """)
  void diagnose_tableThatDoesNotFit_isAUserError(String table, String what, String remedy)
      throws IOException {
    Path scores = Files.writeString(folder.resolve("s.csv"), table.replace('#', '\n'));
    Path data = Files.writeString(folder.resolve("d.csv"), DATA);
    assertUserError(Cli.run("diagnose", scores, "--data", data), what, remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --costs=1,2,3      | --costs: expected 2 values, one for each class, found 3
          --costs=1,x        | --costs 1,x: cannot be read
          --costs=1,0        | --costs: class 1: expected a positive number, found '0'
          --prior=0.2        | --prior: expected 2 values
          --fingerprint=ab   | --fingerprint is compared with the data; name that with --data
          --data=none.yaml   | none.yaml: no such file
          --data=none.csv    | none.csv: no such file
          --jsn              | Possible solutions: --json
          """)
  void diagnose_badOption_isAUserError(String option, String message) throws IOException {
    String rows = "label,z0,z1\n0,1,0\n1,0,1\n0,1,0\n1,0,1\n";
    Path file = Files.writeString(folder.resolve("s.csv"), rows);
    assertUserError(Cli.run("diagnose", file, option), message, "");
  }

  @Test
  void diagnose_otherFingerprint_namesBoth() throws IOException {
    Path plan = Path.of("../examples/digits.yaml");
    Path file = Files.writeString(folder.resolve("s.csv"), header());
    assertUserError(
        Cli.run("diagnose", file, "--data", plan, "--fingerprint", "0123"),
        "s.csv: has fingerprint 0123, but the validation split of digits",
        "score this data, or name the data that was scored");
  }

  @Test
  void diagnose_dataInLatin1_isRefusedUnlessTheEncodingIsNamed() throws IOException {
    String rows = "label,z0,z1\n0,1,0\n1,0,1\n0,1,0\n1,0,1\n";
    Path scores = Files.writeString(folder.resolve("s.csv"), rows);
    String text = "class,a\nGräße,1\nGröße,2\nGräße,3\nGröße,4\n";
    Path data = Files.write(folder.resolve("d.csv"), text.getBytes(ISO_8859_1));
    assertUserError(
        Cli.run("diagnose", scores, "--data", data),
        "d.csv, line 2, column 'class': byte 0xE4 at character 3 of the line is not text in UTF-8",
        "--encoding");
    var named = Cli.run("diagnose", scores, "--data", data, "--encoding", "ISO-8859-1");
    assertThat(named.code()).isZero();
    assertThat(named.out()).contains("Gräße", "Größe");
    assertUserError(
        Cli.run("diagnose", folder, "--encoding", "UTF-8"),
        "options of columns and data, --costs, --prior and --fingerprint are for files",
        "leave them out");
  }

  private static String header() {
    var text = new StringBuilder("label");
    var row = new StringBuilder("0");
    for (int y = 0; y < 10; y++) {
      text.append(",z").append(y);
      row.append(",0");
    }
    return text.append('\n').append(row).append('\n').toString();
  }

  @Test
  void diagnose_whatIsNotThere_isAUserError() throws IOException {
    assertUserError(Cli.run("diagnose"), "Missing required parameter: 'TARGET'", "");
    assertUserError(
        Cli.run("diagnose", folder.resolve("no.csv")), "no.csv does not exist", "check");
    assertUserError(Cli.run("diagnose", folder), "no finished study", "limbeck study");
    assertUserError(
        Cli.run("diagnose", folder.resolve("m.onnx")), "needs examples to score", "--data");
    Path single = Files.writeString(folder.resolve("s.csv"), "label,z0,z1\n0,1,0\n1,0,1\n0,1,0\n");
    assertUserError(
        Cli.run("diagnose", single), "s.csv: class '1' has 1 of the 3 examples", "at least 2");
  }

  private static void assertUserError(Cli result, String message, String remedy) {
    assertThat(result.err())
        .startsWith("limbeck: ")
        .contains(message)
        .contains(remedy)
        .doesNotContain("\tat ");
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(2);
  }
}
