package org.limbeck.objective;

/** What has a risk and a multiplier of its own. */
public enum By {
  /** Each class. */
  CLASS,
  /** Each group, whatever the class: its examples are weighted alike. */
  GROUP,
  /** Each class in each group. */
  CLASS_AND_GROUP
}
