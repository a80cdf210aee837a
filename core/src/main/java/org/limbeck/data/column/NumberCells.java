package org.limbeck.data.column;

/**
 * Numbers, each its own feature; a missing one becomes the mean.
 *
 * @param means {@code [width]}
 */
@SuppressWarnings("ArrayRecordComponent") // read-only
record NumberCells(float[] means) implements Cells {
  @Override
  public boolean missing(float[] raw, int at) {
    for (int i = 0; i < means.length; i++) {
      if (Float.isNaN(raw[at + i])) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean unseen(float[] raw, int at) {
    return false;
  }

  @Override
  public boolean other(float[] raw, int at) {
    return false;
  }

  @Override
  public void write(float[] raw, int at, float[] features, int to) {
    for (int i = 0; i < means.length; i++) {
      float value = raw[at + i];
      features[to + i] = Float.isNaN(value) ? means[i] : value;
    }
  }
}
