package org.limbeck.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.LimbeckException;

class CsvEncodingTest {
  private static final String BIRDS = "kind,size\nGröße,1\nGräße,2\n";

  @TempDir private Path folder = Path.of("");

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path packed(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    return file;
  }

  private static List<String> names(Path file, Optional<Charset> encoding) {
    return CsvFile.read(
        file,
        encoding,
        "a header",
        rows -> {
          List<String> names = new ArrayList<>();
          while (rows.next()) {
            names.add(rows.text(0));
          }
          return names;
        });
  }

  @Test
  void read_latin1AsUtf8_isRefusedWithThePlace() throws IOException {
    byte[] latin = BIRDS.getBytes(StandardCharsets.ISO_8859_1);
    for (Path file : List.of(file("b.csv", latin), packed("b.csv.gz", latin))) {
      assertThatThrownBy(() -> names(file, Optional.empty()))
          .isInstanceOf(LimbeckException.class)
          .hasMessage(
              file
                  + ", line 2, column 'kind': byte 0xF6 at character 3 of the line is not text in"
                  + " UTF-8; save the file as UTF-8, or name its charset, such as ISO-8859-1, with"
                  + " --encoding (in a study file: data.encoding)");
      assertThat(names(file, Optional.of(StandardCharsets.ISO_8859_1)))
          .containsExactly("Größe", "Gräße");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind,größe#a,1                   | line 1: byte 0xF6 at character 8
          ö,b#a,1                          | line 1: byte 0xF6 at character 1 of
          a,b#1,2#ö,3                      | line 3, column 'a': byte 0xF6 at character 1 of
          a,b#1,2#3,ö                      | line 3, column 'b': byte 0xF6 at character 3 of
          a,b#"x,y",ö                      | line 2, column 'b': byte 0xF6 at character 7 of
          a,b#"x#y,z",2#1,2ö               | line 4, column 'b': byte 0xF6 at character 4 of
          a,b##1,ö                         | line 3, column 'b': byte 0xF6 at character 3 of
          a,b#1,2,ö                        | line 2: byte 0xF6 at character 5 of
          """)
  void read_badByte_namesLineColumnAndCharacter(String text, String message) throws IOException {
    for (String end : List.of("\n", "\r\n", "\r")) {
      byte[] bytes = text.replace("#", end).getBytes(StandardCharsets.ISO_8859_1);
      Path file = file("bad.csv", bytes);
      assertThatThrownBy(() -> names(file, Optional.empty())).hasMessageContaining(message);
    }
  }

  @Test
  void read_badByteFarIn_isFound() throws IOException {
    String rows = "größe,1\n".repeat(100_000);
    byte[] good = ("a,b\n" + rows).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[good.length + 1];
    System.arraycopy(good, 0, bytes, 0, good.length);
    bytes[good.length] = (byte) 0xC3; // the first of two bytes
    Path file = file("long.csv", bytes);
    assertThatThrownBy(() -> names(file, Optional.empty()))
        .hasMessageContaining("line 100002, column 'a': byte 0xC3 at character 1 of the line");
  }

  @Test
  void read_byteThatTheNamedCharsetLacks_isRefused() throws IOException {
    Path file = file("w.csv", new byte[] {'a', ',', 'b', '\n', (byte) 0x81, ',', '1', '\n'});
    assertThatThrownBy(() -> names(file, Optional.of(Charset.forName("windows-1252"))))
        .hasMessageContaining("byte 0x81 at character 1 of the line is not text in windows-1252")
        .hasMessageContaining("or name another charset with --encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void read_byteOrderMark_saysTheCharset(String charset) throws IOException {
    Path file = file("m.csv", ("\uFEFF" + BIRDS).getBytes(Charset.forName(charset)));
    assertThat(names(file, Optional.empty())).containsExactly("Größe", "Gräße");
    assertThat(names(file, Optional.of(Charset.forName(charset)))).hasSize(2);
    assertThatThrownBy(() -> names(file, Optional.of(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("m.csv: starts with the byte order mark of " + charset)
        .hasMessageContaining("so it is not ISO-8859-1; leave --encoding");
  }

  @Test
  void read_utf16WithoutMark_asksForItsName() throws IOException {
    Path file = file("u.csv", BIRDS.getBytes(StandardCharsets.UTF_16LE));
    assertThatThrownBy(() -> names(file, Optional.empty()))
        .hasMessageContaining("u.csv: has zero bytes like UTF-16 without a byte order mark; save")
        .hasMessageContaining("such as UTF-16LE, with --encoding");
    assertThat(names(file, Optional.of(StandardCharsets.UTF_16LE))).contains("Größe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a\n", "ab\n", "\uFEFF"})
  void read_packedTextOfFewBytes_isReadAsItIs(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String message =
        text.startsWith("a") ? "has a header but no examples" : "the file is empty; it needs";
    for (Path file : List.of(packed("few.csv.gz", bytes), file("few.csv", bytes))) {
      assertThatThrownBy(
              () ->
                  CsvFile.read(
                      file,
                      "a header",
                      rows -> {
                        assertThat(rows.header()).containsExactly(text.strip());
                        throw rows.empty();
                      }))
          .isInstanceOf(LimbeckException.class)
          .hasMessageStartingWith(file.toString())
          .hasMessageContaining(message);
    }
  }

  @Test
  void read_gzipThatEndsEarly_saysSo() throws IOException {
    Path whole = packed("whole.csv.gz", BIRDS.repeat(50).getBytes(StandardCharsets.UTF_8));
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {0, 3, bytes.length - 12}) {
      Path file = file("cut.csv.gz", Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> names(file, Optional.empty()))
          .hasMessage(
              file + " cannot be read: it ends too early; is it a CSV file packed with gzip?");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,b,a        | line 1: column 'a' is there twice, as columns 1 and 3; the first line must be
          a, b,b       | line 1: column 'b' is there twice, as columns 2 and 3; the first line must be
          0,1,0        | line 1: column '0' is there twice, as columns 1 and 3; the first line must be
          a,,b         | line 1: column 2 has no name; name it in the header or remove it
          a,b, ,       | line 1: column 3 has no name; name it in the header or remove it
          """)
  void read_headerTwiceOrEmpty_isRefused(String header, String message) throws IOException {
    Path file = file("h.csv", (header + "\n1,2,3\n").getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> names(file, Optional.empty()))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith(file + ", " + message);
    for (TableRequest request : List.of(TableRequest.PREDICTIONS, TableRequest.SCORES)) {
      assertThatThrownBy(() -> ScoreTable.read(file, request))
          .hasMessageStartingWith(file + ", " + message);
    }
  }

  @Test
  void read_tableWithGroupsInLatin1_takesTheEncodingOfTheRequest() throws IOException {
    Path file =
        file(
            "g.csv",
            "label,prediction,ort\n0,0,Köln\n1,1,Käln\n".getBytes(StandardCharsets.ISO_8859_1));
    var request =
        new TableRequest(TableRequest.Content.PREDICTIONS, OptionalInt.empty(), Optional.of("ort"));
    assertThatThrownBy(() -> ScoreTable.read(file, request))
        .hasMessageContaining("line 2, column 'ort': byte 0xF6 at character 6 of the line");
    ScoreTable table =
        ScoreTable.read(file, request.withEncoding(Optional.of(StandardCharsets.ISO_8859_1)));
    assertThat(table.groups().orElseThrow().names()).containsExactly("Köln", "Käln");
  }
}
