package org.limbeck.data.image.picture;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Examples;

/**
 * Examples as pictures: bytes as they are, other values scaled from their range over all examples.
 */
final class Thumbnails {
  private final Examples examples;
  private final float least;
  private final float range;

  private Thumbnails(Examples examples, float least, float range) {
    this.examples = examples;
    this.least = least;
    this.range = range;
  }

  /**
   * Pictures of {@code examples}.
   *
   * @param name of the data set, for the message
   * @throws LimbeckException if the examples are no images
   */
  static Thumbnails of(Examples examples, String name) {
    int[] shape = examples.shape();
    if (shape.length != 3 || (shape[0] != 1 && shape[0] != 3)) {
      throw new LimbeckException(
          "%s: its examples are no images, so there is no contact sheet of them; leave --sheet out"
              .formatted(name));
    }
    return examples.values() instanceof ByteValues
        ? new Thumbnails(examples, 0, 255)
        : scaled(examples);
  }

  private static Thumbnails scaled(Examples examples) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (int example = 0; example < examples.size(); example++) {
      for (float value : examples.rows(example, 1)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    return new Thumbnails(examples, least, most > least ? most - least : 1);
  }

  /** The picture of one example, one pixel for each of its own. */
  BufferedImage picture(int example) {
    int height = examples.shape()[1];
    int width = examples.shape()[2];
    float[] values = examples.rows(example, 1);
    int plane = width * height;
    int step = examples.shape()[0] == 3 ? plane : 0;
    int[] pixels =
        IntStream.range(0, plane)
            .map(
                i ->
                    level(values[i]) << 16
                        | level(values[i + step]) << 8
                        | level(values[i + 2 * step]))
            .toArray();
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }

  private int level(float value) {
    return Math.round(255 * (value - least) / range);
  }
}
