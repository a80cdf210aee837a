package org.limbeck.scores.column;

/** Scores as their file has them: a row for each example, a column for each class. */
public interface ScoreMatrix {
  /** The number of examples n. */
  int rows();

  /** The number of classes m. */
  int classes();

  /** Writes the scores of one example, {@code [classes]}. */
  void read(int row, double[] scores);
}
