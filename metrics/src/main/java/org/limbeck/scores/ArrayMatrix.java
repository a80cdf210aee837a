package org.limbeck.scores;

import org.limbeck.LimbeckException;
import org.limbeck.scores.array.ArrayValues;
import org.limbeck.scores.array.FileArray;
import org.limbeck.scores.column.ScoreMatrix;

/** The scores of an array of two dimensions, in the precision of its file. */
record ArrayMatrix(FileArray array) implements ScoreMatrix {
  ArrayMatrix {
    if (array.shape().size() != 2
        || array.rows() < 1
        || array.columns() < 2
        || array.values() instanceof ArrayValues.Texts) {
      throw new LimbeckException(
          "%s: scores have shape %s; give numbers [examples, classes]"
              .formatted(array.place(), array.shape()));
    }
  }

  @Override
  public int rows() {
    return array.rows();
  }

  @Override
  public int classes() {
    return array.columns();
  }

  @Override
  public void read(int row, double[] scores) {
    int start = row * classes();
    for (int y = 0; y < scores.length; y++) {
      scores[y] = array.values().number(start + y);
    }
  }
}
