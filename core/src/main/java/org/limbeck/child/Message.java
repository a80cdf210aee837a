package org.limbeck.child;

import java.util.List;

/**
 * What parent and child tell each other; a frame holds one.
 *
 * @param kind what it is
 * @param text of a failure, or the description of the model as JSON; otherwise empty
 * @param wanted the outputs to compute, of a batch to run
 * @param arrays inputs or outputs
 */
record Message(Kind kind, String text, List<String> wanted, List<NamedArray> arrays) {
  /** Kinds of messages. */
  enum Kind {
    /** Child: the model is loaded. */
    READY,
    /** Parent: run this batch. */
    RUN,
    /** Child: the outputs of a batch. */
    RESULT,
    /** Child: the model cannot be loaded or run. */
    FAILED
  }

  static Message of(Kind kind, String text) {
    return new Message(kind, text, List.of(), List.of());
  }

  static Message of(Kind kind, List<String> wanted, List<NamedArray> arrays) {
    return new Message(kind, "", wanted, arrays);
  }
}
