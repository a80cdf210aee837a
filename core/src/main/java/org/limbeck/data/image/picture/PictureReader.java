package org.limbeck.data.image.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Reads a picture file, of any format that {@link ImageIO} knows. */
final class PictureReader {
  /** A picture with a longer side is not decoded: a small file can claim any size. */
  private static final int MAX_SIDE = 20_000;

  /** Of a picture with more pixels only every k-th row and column is read. */
  private static final long READ_WHOLE = 16_000_000;

  private PictureReader() {}

  /**
   * Decodes a file.
   *
   * @throws IOException if it is no picture, is damaged or truncated, or is too large
   */
  static BufferedImage read(Path file) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("not a picture of a known format");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return read(reader);
      } finally {
        reader.dispose();
      }
    } catch (RuntimeException e) { // what the readers throw at damaged content
      throw new IOException("damaged: " + e.getMessage(), e);
    }
  }

  private static BufferedImage read(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width > MAX_SIDE || height > MAX_SIDE) {
      throw new IOException(
          "%,d x %,d pixels, more than %,d on a side".formatted(width, height, MAX_SIDE));
    }
    int step = (int) Math.ceil(Math.sqrt((double) width * height / READ_WHOLE));
    ImageReadParam sparsely = reader.getDefaultReadParam();
    sparsely.setSourceSubsampling(Math.min(step, width), Math.min(step, height), 0, 0);
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    BufferedImage image = reader.read(0, sparsely);
    // The JPEG reader fills up what is missing with grey, and only warns.
    if (warnings.stream().anyMatch(PictureReader::tellsOfTruncation)) {
      throw new IOException("truncated");
    }
    return image;
  }

  private static boolean tellsOfTruncation(String warning) {
    return warning.contains("premature end") || warning.contains("Missing EOI");
  }
}
