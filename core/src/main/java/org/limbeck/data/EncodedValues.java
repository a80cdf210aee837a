package org.limbeck.data;

import java.security.MessageDigest;
import org.limbeck.data.column.Encoder;

/**
 * The features of raw values, made when a row is read, so that they take no memory.
 *
 * @param raw values of the same rows
 * @param encoder fitted on the training split
 */
record EncodedValues(Values raw, Encoder encoder) implements Values {
  @Override
  public int examples() {
    return raw.examples();
  }

  @Override
  public int exampleSize() {
    return encoder.features();
  }

  @Override
  public void read(int example, float[] target, int offset) {
    var row = new float[raw.exampleSize()];
    raw.read(example, row, 0);
    encoder.encode(row, target, offset);
  }

  @Override
  public Values select(int[] indices) {
    return new EncodedValues(raw.select(indices), encoder);
  }

  @Override
  public void addTo(MessageDigest digest) {
    raw.addTo(digest); // what encodes them follows from the training split and the columns
  }
}
