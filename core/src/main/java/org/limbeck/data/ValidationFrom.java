package org.limbeck.data;

import java.util.Locale;

/** Which part of a source the validation split is cut from, class by class. */
public enum ValidationFrom {
  /** The training part, before the tail is cut. */
  TRAIN,
  /** The official test part: what is left of it is the test split. */
  TEST;

  /** The share of each class that goes to validation unless a plan says otherwise. */
  public double usualShare() {
    return this == TRAIN ? 0.25 : 0.5;
  }

  /** The name used in study files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
