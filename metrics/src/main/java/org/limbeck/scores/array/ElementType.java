package org.limbeck.scores.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The type of an array's elements in a file.
 *
 * @param kind of values
 * @param width bytes of each
 * @param order of the bytes
 */
record ElementType(Kind kind, int width, ByteOrder order) {
  /** Kinds of values. */
  enum Kind {
    FLOAT,
    BRAIN_FLOAT,
    SIGNED,
    UNSIGNED,
    /** UTF-32, as NumPy stores str. */
    UNICODE,
    /** One byte a character. */
    BYTES
  }

  /** Bytes of memory that an element takes, texts at least. */
  int memory() {
    return switch (kind) {
      case FLOAT, BRAIN_FLOAT -> width == Double.BYTES ? Double.BYTES : Float.BYTES;
      case SIGNED, UNSIGNED -> Long.BYTES;
      case UNICODE -> 56 + width / 4;
      case BYTES -> 56 + width;
    };
  }

  /** The next element, a number with a fraction of at most 32 bits. */
  float nextFloat(ByteBuffer bytes) {
    if (kind == Kind.BRAIN_FLOAT) {
      return Float.intBitsToFloat(bytes.getShort() << 16);
    }
    return width == Float.BYTES ? bytes.getFloat() : half(bytes.getShort());
  }

  /** The next element, a whole number. */
  long nextWhole(ByteBuffer bytes) {
    boolean signed = kind == Kind.SIGNED;
    return switch (width) {
      case 1 -> signed ? bytes.get() : bytes.get() & 0xff;
      case 2 -> signed ? bytes.getShort() : bytes.getShort() & 0xffff;
      case 4 -> signed ? bytes.getInt() : bytes.getInt() & 0xffffffffL;
      default -> bytes.getLong();
    };
  }

  /** The next element, a text without the zeros after it. */
  String nextText(ByteBuffer bytes) {
    var text = new StringBuilder();
    int zeros = 0;
    int step = kind == Kind.UNICODE ? 4 : 1;
    for (int i = 0; i < width; i += step) {
      int point = step == 4 ? bytes.getInt() : bytes.get() & 0xff;
      if (point == 0) {
        zeros++;
      } else {
        text.append("\0".repeat(zeros)).appendCodePoint(valid(point));
        zeros = 0;
      }
    }
    return text.toString();
  }

  private static int valid(int point) {
    return Character.isValidCodePoint(point) ? point : 0xFFFD;
  }

  /** IEEE 754 binary16, which Java 17 does not know. */
  private static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wide = exponent == 0x1f ? 0xff : exponent + 112;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }
}
