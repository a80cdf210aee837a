package org.limbeck.base;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The bytes before a text that say which Unicode charset it is in. */
public enum ByteOrderMark {
  UTF_8("efbbbf", StandardCharsets.UTF_8),
  // Before UTF-16LE, whose mark is its beginning.
  UTF_32LE("fffe0000", Charset.forName("UTF-32LE")),
  UTF_32BE("0000feff", Charset.forName("UTF-32BE")),
  UTF_16LE("fffe", StandardCharsets.UTF_16LE),
  UTF_16BE("feff", StandardCharsets.UTF_16BE);

  /** The length of the longest mark. */
  public static final int LONGEST = 4;

  private final String hex;
  private final Charset charset;

  ByteOrderMark(String hex, Charset charset) {
    this.hex = hex;
    this.charset = charset;
  }

  /** The mark at the beginning of a text. */
  public static Optional<ByteOrderMark> of(byte[] start) {
    String found = HexFormat.of().formatHex(start);
    return Arrays.stream(values()).filter(mark -> found.startsWith(mark.hex)).findFirst();
  }

  public Charset charset() {
    return charset;
  }

  /** The number of its bytes. */
  public int length() {
    return hex.length() / 2;
  }
}
