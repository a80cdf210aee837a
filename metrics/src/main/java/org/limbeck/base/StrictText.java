package org.limbeck.base;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.limbeck.LimbeckException;

/** Small texts in UTF-8, without a guess where bytes are no text. */
public final class StrictText {
  private StrictText() {}

  /**
   * The text of some bytes.
   *
   * @param file where they are from, for the message
   * @param remedy how to mend it, for the message
   * @throws LimbeckException if a byte cannot be decoded, naming its line and character
   */
  public static String of(byte[] bytes, String file, String remedy) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      BadByteFinder.BadByte bad = find(bytes);
      throw new LimbeckException(
          "%s, line %d: byte %s at character %d of the line is not text in UTF-8; %s"
              .formatted(file, bad.line(), bad.hex(), bad.character(), remedy),
          e);
    }
  }

  private static BadByteFinder.BadByte find(byte[] bytes) {
    try (var finder = new BadByteFinder(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      return finder.find().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
