package org.limbeck.data;

import java.util.Locale;

/** The three disjoint parts of a data set. */
public enum Split {
  /** What the scorer is fitted to. */
  TRAIN,
  /** What drives multipliers, temperatures and every choice. */
  VALIDATION,
  /** What is touched once, for the report. */
  TEST;

  /** The name used in files and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
