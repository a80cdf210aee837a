package org.limbeck.data.image.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a cache knows about its pixels.
 *
 * @param shape {@code [channels, rows, columns]} of each image
 * @param classNames in label order
 * @param notes for people, a line each
 * @param train the images that come first
 * @param test the images after them; none where the source has no test part
 */
@SuppressWarnings("ArrayRecordComponent") // on its way between a file and Examples
record ImageIndex(int[] shape, List<String> classNames, List<String> notes, Part train, Part test) {

  /**
   * The images of one part.
   *
   * @param labels class of each
   * @param checksum SHA-256 of their pixels, hexadecimal
   */
  @SuppressWarnings("ArrayRecordComponent") // as above
  record Part(int[] labels, String checksum) {}

  /** Bytes of one image. */
  int rowSize() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      write(out, shape);
      write(out, classNames);
      write(out, notes);
      for (Part part : List.of(train, test)) {
        out.writeUTF(part.checksum());
        write(out, part.labels());
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory takes all that is written to it", e);
    }
    return bytes.toByteArray();
  }

  static ImageIndex of(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new ImageIndex(
          readNumbers(in), readTexts(in), readTexts(in), readPart(in), readPart(in));
    }
  }

  private static void write(DataOutputStream out, int[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  private static void write(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static Part readPart(DataInputStream in) throws IOException {
    String checksum = in.readUTF();
    return new Part(readNumbers(in), checksum);
  }

  private static int[] readNumbers(DataInputStream in) throws IOException {
    var numbers = new int[readCount(in, Integer.BYTES)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    int count = readCount(in, Short.BYTES);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  private static int readCount(DataInputStream in, int bytesEach) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available() / bytesEach) {
      throw new IOException("expected at most %d, found %d".formatted(in.available(), count));
    }
    return count;
  }
}
