package org.limbeck.gate;

/** The kinds of requirements, by their names in files. */
public enum Rule {
  /** The accuracy of every class. */
  WORST_CLASS("worst-class"),
  /** The accuracy of one named class. */
  CLASS("class"),
  /** The share of all examples that are predicted right. */
  ACCURACY("accuracy"),
  /** The mean of the class accuracies. */
  BALANCED_ACCURACY("balanced-accuracy"),
  /** The accuracy in every group of examples, or in a named one. */
  GROUP("group"),
  /** The accuracy of every class in every group. */
  CLASS_IN_GROUP("class-in-group"),
  /** The largest calibration gap of a class; approximate. */
  CALIBRATION_GAP("calibration-gap"),
  /** The drop of every class's accuracy from a baseline. */
  MAX_DROP("max-drop");

  private final String text;

  Rule(String text) {
    this.text = text;
  }

  /** The name in files and tables. */
  public String text() {
    return text;
  }
}
