package org.limbeck.cli;

/** What the exit code of {@code limbeck} means. */
final class ExitCodes {
  /** The job is done. */
  static final int OK = 0;

  /** The job is done, and the model does not pass the gate it was checked against. */
  static final int FAILED_GATE = 1;

  /** The user can mend it: a bad file, key, value or option. */
  static final int USER_ERROR = 2;

  /** A fault of Limbeck. */
  static final int INTERNAL_FAULT = 3;

  /** Stopped from outside, as by Ctrl-C: 128 + SIGINT. */
  static final int INTERRUPTED = 130;

  private ExitCodes() {}
}
