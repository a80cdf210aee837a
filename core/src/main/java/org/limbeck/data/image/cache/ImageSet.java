package org.limbeck.data.image.cache;

import java.util.List;

/** Images that can be decoded one after another. */
public interface ImageSet {
  /** {@code [channels, rows, columns]} of each image. */
  int[] shape();

  /** Class names in label order. */
  List<String> classNames();

  /**
   * Decodes all images, first those of the training part.
   *
   * @return what people should know about it, a line each
   * @throws org.limbeck.LimbeckException if a file is unusable, naming it
   */
  List<String> decode(Sink train, Sink test);

  /** Where decoded images go. */
  interface Sink {
    /**
     * Takes an image.
     *
     * @param pixels {@code [channels][rows][columns]}, unsigned bytes; copied
     * @param label its class
     */
    void add(byte[] pixels, int label);
  }
}
