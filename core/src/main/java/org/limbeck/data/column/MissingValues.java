package org.limbeck.data.column;

import java.util.Locale;

/** What is done with missing values of features. */
public enum MissingValues {
  /** They are an error that counts them by column. */
  REFUSE,
  /** The mean of the training split replaces them; for a category, all its features are 0. */
  MEAN,
  /** As {@link #MEAN}, and a feature beside the column says with 1 that its value is missing. */
  FLAG;

  /** The word of a study file. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
