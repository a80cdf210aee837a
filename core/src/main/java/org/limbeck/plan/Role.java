package org.limbeck.plan;

import java.util.Locale;

/** What a run's model is for. */
public enum Role {
  /** Learns from the labels. */
  TEACHER,
  /** Learns from a teacher's scores. */
  STUDENT;

  /** The name used in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
