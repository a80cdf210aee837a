package org.limbeck.data;

/** Is told how many images are decoded; called from one thread. */
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
