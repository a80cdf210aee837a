package org.limbeck.train;

/** A training was asked to stop before its end; what was saved can be resumed. */
public final class TrainingStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TrainingStoppedException(int epoch) {
    super("stopped after epoch " + epoch);
  }
}
