package org.limbeck.scores.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;

class ArrayFileTest {
  @TempDir private Path folder = Path.of("");

  private ArrayFile file(String format, byte[] bytes) throws IOException {
    return ArrayFile.open(format, Files.write(folder.resolve("a." + format), bytes), "a." + format);
  }

  private FileArray npy(byte[] bytes) throws IOException {
    return file("npy", bytes).read("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          <f2 ; 003c00c00104ff7b  ; 1.0 -2.0 6.109476E-5 65504.0
          <f2 ; 007c010000fc0080  ; Infinity 5.9604645E-8 -Infinity -0.0
          <f4 ; 0000803f000000c0  ; 1.0 -2.0
          >f4 ; 3f800000c0000000  ; 1.0 -2.0
          >f8 ; 3ff8000000000000  ; 1.5
          |i1 ; ff01              ; -1 1
          |u1 ; ff01              ; 255 1
          |b1 ; 0100              ; 1 0
          <i2 ; ffff0100          ; -1 1
          <u4 ; ffffffff          ; 4294967295
          >i8 ; 0000000000000003  ; 3
          """)
  void read_elementTypes_giveTheirValues(String descr, String hex, String values)
      throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    String[] expected = values.split(" ", -1);
    FileArray array = npy(Npy.of(descr, false, "(" + expected.length + ",)", bytes));
    assertThat(array.shape()).containsExactly(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(array.values().number(i)).isCloseTo(Double.parseDouble(expected[i]), within(1e-9));
    }
  }

  @Test
  void read_texts_keepAllCharacters() throws IOException {
    byte[] words = "Gr\0öß\0".getBytes(Charset.forName("UTF-32LE"));
    FileArray unicode = npy(Npy.of("<U3", false, "(2,)", words));
    assertThat(unicode.values().text(0)).isEqualTo("Gr");
    assertThat(unicode.values().text(1)).isEqualTo("öß");
    byte[] bytes = "catow\0".getBytes(StandardCharsets.US_ASCII);
    assertThat(npy(Npy.of("|S3", false, "(2,)", bytes)).values().text(1)).isEqualTo("ow");
  }

  @Test
  void read_fortranOrder_becomesRowMajor() throws IOException {
    byte[] columns = Npy.doubles(1, 3, 5, 2, 4, 6);
    FileArray array = npy(Npy.of("<f8", true, "(3, 2)", columns));
    for (int i = 0; i < 6; i++) {
      assertThat(array.values().number(i)).isEqualTo(i + 1);
    }
    assertThat(array.columns()).isEqualTo(2);
  }

  @Test
  void read_versions_areOneToThree() throws IOException {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }";
    for (int version = 1; version <= 3; version++) {
      assertThat(npy(Npy.of(version, header, Npy.doubles(2))).values().number(0)).isEqualTo(2);
    }
    assertThatThrownBy(() -> npy(Npy.of(4, header, Npy.doubles(2))))
        .hasMessageContaining("a.npy: array: npy version 4 is not known");
  }

  @Test
  void read_moreThanTheBuffer_keepsAll() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 * 30_000).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 30_000; i++) {
      bytes.putDouble(i);
    }
    FileArray array = npy(Npy.of("<f8", false, "(10000, 3)", bytes.array()));
    assertThat(array.values().number(29_999)).isEqualTo(29_999);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          |O  ; (1,)                ; holds Python objects (dtype object), which is a pickle and could run any program
          <c8 ; (1,)                ; type '<c8' is not read; save float32
          <M8 ; (1,)                ; type '<M8' is not read
          <f8 ; (2,)                ; cut off: shape [2] takes 16 bytes, but the file has 8
          <f8 ; (99999999999,)      ; has more than 2,147,483,639 values; split the file
          <f8 ; (65536, 65536, 9)   ; has more than 2,147,483,639 values
          <U9999999 ; (1,)          ; type '<U9999999' is not read
          <f8 ; (1111111111111111111111,) ; a dimension of 1111111111111111111111
          <f8 ; x                   ; its header lacks shape or order
          """)
  void read_badHeaders_areRefusedBeforeMemoryIsTaken(String descr, String shape, String message) {
    assertThatThrownBy(() -> npy(Npy.of(descr, false, shape, Npy.doubles(1))))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("a.npy: array: ")
        .hasMessageContaining(message);
  }

  @Test
  void read_records_areRefused() {
    String header = "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }";
    assertThatThrownBy(() -> npy(Npy.of(1, header, Npy.doubles(1))))
        .hasMessageContaining("an array of records is not read");
  }

  @Test
  void read_longHeader_isRefused() throws IOException {
    byte[] bytes = Npy.of(2, "{'descr': '<f8'", new byte[0]);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 1 << 30);
    assertThatThrownBy(() -> npy(bytes)).hasMessageContaining("its header has 1,073,741,824 bytes");
  }

  @Test
  void read_cutOffAnywhere_isAUserError() throws IOException {
    byte[] npy = Npy.of("<f8", false, "(2, 2)", Npy.doubles(1, 2, 3, 4));
    byte[] npz = Npy.zip("a.npy", npy);
    for (int length = 0; length < npy.length; length++) {
      byte[] start = Arrays.copyOf(npy, length);
      assertThatThrownBy(() -> npy(start)).isInstanceOf(LimbeckException.class);
    }
    for (int length = 0; length < npz.length; length += 3) {
      byte[] start = Arrays.copyOf(npz, length);
      assertThatThrownBy(() -> file("npz", start).read("a")).isInstanceOf(LimbeckException.class);
    }
  }

  @Test
  void open_zip_namesItsArrays() throws IOException {
    byte[] npy = Npy.of("<i8", false, "(2,)", Npy.longs(3, 4));
    ArrayFile file = file("npz", Npy.zip("labels.npy", npy));
    assertThat(file.names()).containsExactly("labels");
    assertThat(file.first(List.of("y", "labels")).orElseThrow().values().text(1)).isEqualTo("4");
    assertThatThrownBy(() -> file("npz", npy)).hasMessageContaining("not an npz archive");
  }

  @Test
  void read_zipBomb_isRefusedBeforeMemoryIsTaken() throws IOException {
    // 20 MB of zeros in 20 kB, which say that they are 8 TB.
    byte[] zeros = Npy.of("<f8", false, "(1000000000,)", new byte[20 << 20]);
    byte[] bomb = Npy.zip("scores.npy", zeros);
    assertThat(bomb.length).isLessThan(30_000);
    assertThatThrownBy(() -> file("npz", bomb).read("scores"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("a.npz: scores: cut off: shape [1000000000] takes 8,000,000,000");
    byte[] lie = bomb.clone();
    // The uncompressed size in the central directory: 4 GB less 2.
    int central = central(lie);
    ByteBuffer.wrap(lie).order(ByteOrder.LITTLE_ENDIAN).putInt(central + 24, 0xfffffffe);
    assertThatThrownBy(() -> file("npz", lie).read("scores"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("bytes cannot unpack to 4,294,967,294");
  }

  private static int central(byte[] zip) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = zip.length - 4; i > 0; i--) {
      if (bytes.getInt(i) == 0x02014b50) {
        return i;
      }
    }
    throw new IllegalStateException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}    ; its data is outside the file
          {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,4]}}    ; cut off: shape [3] takes 12 bytes
          {"a":{"dtype":"F32","shape":[0],"data_offsets":[0,4]}}    ; shape [0] does not fit its 4 bytes
          {"a":{"dtype":"C64","shape":[1],"data_offsets":[0,4]}}    ; type 'C64' is not read
          {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}   ; has more than
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,4]}}   ; its data is outside the file
          {"a":3}                                                   ; type '' is not read
          {"a"                                                      ; its header is not JSON
          """)
  void read_badSafetensors_areRefused(String header, String message) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    byte[] bytes =
        ByteBuffer.allocate(12 + text.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text)
            .putFloat(1)
            .array();
    assertThatThrownBy(() -> file("safetensors", bytes).read("a"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("a.safetensors")
        .hasMessageContaining(message);
  }

  @Test
  void read_halfPrecisionTensors_giveTheirValues() throws IOException {
    String header =
        "{\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]},"
            + "\"__metadata__\":{\"fingerprint\":\"f\"}}";
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(12 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text).putShort((short) 0x3f80).putShort((short) 0xc040);
    ArrayFile file = file("safetensors", bytes.array());
    assertThat(file.metadata()).containsEntry("fingerprint", "f");
    assertThat(file.read("b").values().number(0)).isEqualTo(1);
    assertThat(file.read("b").values().number(1)).isEqualTo(-3);
  }
}
