package org.limbeck;

import org.jspecify.annotations.Nullable;

/**
 * What a user can cause and mend: a bad file, key or value.
 *
 * <p>The message says what is wrong, where (file, line or key) and how to mend it; the command line
 * prints it as it is, without a stack trace, and exits with code 2.
 */
public final class LimbeckException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with the message to print. */
  public LimbeckException(String message) {
    super(message);
  }

  /** An error with the message to print and the failure behind it. */
  public LimbeckException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
