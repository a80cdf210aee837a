package org.limbeck.child;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes that are not a message. */
final class BadFrameException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param found what was found, a noun phrase
   */
  BadFrameException(String found, @Nullable Throwable cause) {
    super(found, cause);
  }
}
