package org.limbeck.data.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Picture files drawn for tests. */
public final class Drawings {
  private Drawings() {}

  public static BufferedImage plain(int width, int height, Color colour) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  /** Writes a picture in the format that its name ends with. */
  public static Path write(Path file, BufferedImage image) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    String name = file.toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (!ImageIO.write(image, ending, file.toFile())) {
      throw new IOException("no writer of " + name);
    }
    return file;
  }

  public static Path write(Path file, int side, Color colour) throws IOException {
    return write(file, plain(side, side, colour));
  }
}
