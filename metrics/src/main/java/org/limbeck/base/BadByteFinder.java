package org.limbeck.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * Reads a text up to the first byte that its charset cannot decode, and says where that is. It is
 * for a second look at a text that could not be decoded: an {@link java.io.InputStreamReader} is
 * faster but knows no place.
 *
 * <p>One replacement character stands for the bad byte; then the text ends.
 */
public final class BadByteFinder extends Reader {
  private static final char REPLACEMENT = '\uFFFD';

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();
  private Optional<BadByte> bad = Optional.empty();
  private boolean lastBytes;
  private boolean afterReturn;
  private long line = 1;
  private long characters;

  /**
   * The first byte that cannot be decoded.
   *
   * @param line from 1; lines end with LF, CR or both
   * @param character its position in the line, in characters from 1
   * @param value 0..255
   */
  public record BadByte(long line, long character, int value) {
    /** The byte in hexadecimal, like {@code 0xF6}. */
    public String hex() {
      return "0x%02X".formatted(value);
    }
  }

  /** Reads from the first byte of {@code in} that is text: a byte order mark must be skipped. */
  public BadByteFinder(InputStream in, Charset charset) {
    this.in = in;
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The byte at which the text ended, if it was not its end. */
  public Optional<BadByte> bad() {
    return bad;
  }

  /** Reads to the end, or the first bad byte, and returns that. */
  public Optional<BadByte> find() throws IOException {
    var buffer = new char[1 << 13];
    while (read(buffer, 0, buffer.length) >= 0) {
      // Only the place counts.
    }
    return bad;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
    while (bad.isEmpty()) {
      CoderResult result = decoder.decode(bytes, chars, lastBytes);
      if (chars.position() > 0) {
        count(chars.flip());
        return chars.limit();
      }
      if (result.isError()) {
        bad = Optional.of(new BadByte(line, characters + 1, bytes.get(bytes.position()) & 0xff));
        target[offset] = REPLACEMENT;
        return 1;
      }
      if (lastBytes) {
        return -1;
      }
      fill();
    }
    return -1;
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    lastBytes = read < 0;
    bytes.position(bytes.position() + Math.max(0, read)).flip();
  }

  private void count(CharBuffer chars) {
    for (int i = 0; i < chars.limit(); i++) {
      char c = chars.get(i);
      if (c == '\r' || (c == '\n' && !afterReturn)) {
        line++;
        characters = 0;
      } else if (c != '\n' && !Character.isLowSurrogate(c)) {
        characters++;
      }
      afterReturn = c == '\r';
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
