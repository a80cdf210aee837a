package org.limbeck.scores.column;

import java.util.ArrayList;
import java.util.List;

/**
 * The scores of a text, whose length is known only at its end: float32 in blocks, so that nothing
 * is copied as they grow. Rows far from 0 are kept less a constant, which float32 would round.
 */
public final class TextMatrix implements ScoreMatrix {
  private static final int VALUES_OF_BLOCK = 1 << 16;
  private static final double FAR = 64;

  private final int classes;
  private final int rowsOfBlock;
  private final List<float[]> blocks = new ArrayList<>();
  private final List<double[]> constants = new ArrayList<>();
  private int rows;

  public TextMatrix(int classes) {
    this.classes = classes;
    rowsOfBlock = Math.max(1, VALUES_OF_BLOCK / classes);
  }

  /** Adds the scores of the next example; the array can be used again. */
  public void add(double[] scores) {
    int place = rows % rowsOfBlock;
    if (place == 0) {
      blocks.add(new float[rowsOfBlock * classes]);
      constants.add(new double[rowsOfBlock]);
    }
    float[] block = blocks.get(rows / rowsOfBlock);
    double constant = constant(scores);
    constants.get(rows / rowsOfBlock)[place] = constant;
    for (int y = 0; y < classes; y++) {
      block[place * classes + y] = (float) (scores[y] - constant);
    }
    rows++;
  }

  private static double constant(double[] scores) {
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      least = Math.min(least, score);
      largest = Math.max(largest, score);
    }
    return least > FAR || largest < -FAR ? largest : 0;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void read(int row, double[] scores) {
    float[] block = blocks.get(row / rowsOfBlock);
    int place = row % rowsOfBlock;
    double constant = constants.get(row / rowsOfBlock)[place];
    for (int y = 0; y < classes; y++) {
      scores[y] = block[place * classes + y] + constant;
    }
  }
}
