package org.limbeck.scores;

import org.limbeck.LimbeckException;

/** Labels or predicted classes as they stand in a file, row by row. */
interface LabelColumn {
  /** The number of rows. */
  int size();

  /** The class of a row, by index or name. */
  String text(int row);

  /** An error of a row: a problem and its remedy. */
  LimbeckException error(int row, String message);

  /** Where they are from, for people. */
  String from();
}
