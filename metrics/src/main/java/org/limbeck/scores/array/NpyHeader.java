package org.limbeck.scores.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limbeck.LimbeckException;

/**
 * The beginning of an npy file, versions 1 to 3: a dictionary in Python's notation with {@code
 * descr}, {@code fortran_order} and {@code shape}.
 *
 * @param type of the elements
 * @param columnMajor whether the first index changes fastest
 * @param shape its dimensions
 * @param length bytes of the header
 */
record NpyHeader(ElementType type, boolean columnMajor, List<Long> shape, long length) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MOST_BYTES = 1 << 16;
  private static final int MOST_TEXT = 4 << 12;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']{1,40})'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\sL]*)\\)");
  private static final Pattern TYPE = Pattern.compile("([<>|=]?)([fiubSUO])(\\d{0,6})");

  /** Reads it from the first byte on. */
  static NpyHeader read(String place, InputStream in) throws IOException {
    byte[] start = in.readNBytes(8);
    if (start.length < 8 || !startsWithMagic(start)) {
      throw new LimbeckException(place + ": not an npy array; write it with numpy.save");
    }
    int version = start[6];
    if (version < 1 || version > 3) {
      throw new LimbeckException(
          "%s: npy version %d is not known; write it with numpy.save".formatted(place, version));
    }
    int width = version == 1 ? 2 : 4;
    ByteBuffer size = ByteBuffer.wrap(in.readNBytes(width)).order(ByteOrder.LITTLE_ENDIAN);
    if (size.remaining() < width) {
      throw cutOff(place);
    }
    long length = width == 2 ? size.getShort() & 0xffff : size.getInt() & 0xffffffffL;
    if (length > MOST_BYTES) {
      throw new LimbeckException(
          "%s: its header has %,d bytes, more than %,d; write one plain array with numpy.save"
              .formatted(place, length, MOST_BYTES));
    }
    byte[] text = in.readNBytes((int) length);
    if (text.length < length) {
      throw cutOff(place);
    }
    return parse(place, new String(text, StandardCharsets.UTF_8), 8 + width + length);
  }

  private static boolean startsWithMagic(byte[] start) {
    return ByteBuffer.wrap(start, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  private static LimbeckException cutOff(String place) {
    return new LimbeckException(place + ": cut off in its header; copy or write it again");
  }

  private static NpyHeader parse(String place, String text, long length) {
    Matcher descr = DESCR.matcher(text);
    Matcher order = ORDER.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!order.find() || !shape.find()) {
      throw new LimbeckException(
          place + ": its header lacks shape or order; write it with numpy.save");
    }
    if (!descr.find()) {
      throw new LimbeckException(
          place + ": an array of records is not read; save one array of numbers");
    }
    List<Long> dimensions = new ArrayList<>();
    for (String number : shape.group(1).replace("L", "").split("\\s*,\\s*", -1)) {
      if (!number.isBlank()) {
        dimensions.add(dimension(place, number.strip()));
      }
    }
    return new NpyHeader(
        type(place, descr.group(1)), order.group(1).equals("True"), dimensions, length);
  }

  private static long dimension(String place, String number) {
    if (number.length() > 18) {
      throw new LimbeckException(place + ": a dimension of " + number + "; split the file");
    }
    return Long.parseLong(number);
  }

  private static ElementType type(String place, String descr) {
    Matcher match = TYPE.matcher(descr);
    if (match.matches() && match.group(2).equals("O")) {
      throw new LimbeckException(
          place
              + ": holds Python objects (dtype object), which is a pickle and could run any program; save numbers or fixed-width text: numpy.asarray(x, dtype=float) or x.astype(str)");
    }
    if (match.matches() && !match.group(3).isEmpty()) {
      ByteOrder bytes = match.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      int width = Integer.parseInt(match.group(3));
      Optional<ElementType> type = type(match.group(2), width, bytes);
      if (type.isPresent()) {
        return type.get();
      }
    }
    throw new LimbeckException(
        "%s: type '%s' is not read; save float32, float64, whole numbers or text"
            .formatted(place, descr));
  }

  private static Optional<ElementType> type(String letter, int width, ByteOrder order) {
    ElementType.Kind kind =
        switch (letter + width) {
          case "f2", "f4", "f8" -> ElementType.Kind.FLOAT;
          case "i1", "i2", "i4", "i8" -> ElementType.Kind.SIGNED;
          case "u1", "u2", "u4", "u8", "b1" -> ElementType.Kind.UNSIGNED;
          default -> letter.equals("U") ? ElementType.Kind.UNICODE : ElementType.Kind.BYTES;
        };
    boolean text = kind == ElementType.Kind.UNICODE || kind == ElementType.Kind.BYTES;
    return text && (!"US".contains(letter) || width > MOST_TEXT)
        ? Optional.empty()
        : Optional.of(
            new ElementType(kind, kind == ElementType.Kind.UNICODE ? 4 * width : width, order));
  }
}
