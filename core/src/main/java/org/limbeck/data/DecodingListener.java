package org.limbeck.data;

/** Hears how far the decoding of images is; called from one thread. */
@FunctionalInterface
public interface DecodingListener {
  /** Does nothing. */
  DecodingListener NONE = (done, total) -> {};

  /**
   * Some more images are decoded.
   *
   * @param done images of this part of the data set that are decoded, ascending
   * @param total images of this part
   */
  void decoded(int done, int total);
}
