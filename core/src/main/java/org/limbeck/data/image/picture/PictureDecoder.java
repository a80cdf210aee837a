package org.limbeck.data.image.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** Makes pixels of a picture file. */
public interface PictureDecoder {
  /**
   * The pixels of a file, {@code [3][rows][columns]}.
   *
   * @throws IOException saying why it is unusable
   */
  byte[] decode(Path file) throws IOException;

  /** Takes pictures of {@code size x size} as they are, and no others. */
  static PictureDecoder exact(int size) {
    return file -> {
      BufferedImage picture = PictureReader.read(file);
      if (picture.getWidth() != size || picture.getHeight() != size) {
        throw new IOException(
            "%d x %d pixels, expected %d x %d"
                .formatted(picture.getWidth(), picture.getHeight(), size, size));
      }
      return Rgb.planes(Rgb.of(picture));
    };
  }

  /** Brings the shorter side to {@code size} and crops the middle. */
  static PictureDecoder centre(int size) {
    return file -> Rgb.planes(Resizing.centre(Rgb.of(PictureReader.read(file)), size));
  }
}
