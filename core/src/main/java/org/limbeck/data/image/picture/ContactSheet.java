package org.limbeck.data.image.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.limbeck.data.Dataset;

/** A picture of the training split: a row of examples for each class. */
public final class ContactSheet {
  private static final int LABEL = 150;
  private static final int GAP = 4;

  /** Classes below each other; more go into another column. */
  private static final int CLASSES_BELOW = 100;

  /** Classes that are shown at most. */
  private static final int MAX_CLASSES = 1000;

  private static final int MAX_PER_CLASS = 50;

  private final Dataset data;
  private final Thumbnails thumbnails;
  private final int perClass;
  private final int cell;

  private ContactSheet(Dataset data, int perClass) {
    this.data = data;
    this.perClass = perClass;
    thumbnails = Thumbnails.of(data.train(), data.name());
    int longest = Math.max(data.shape()[1], data.shape()[2]);
    int limit = data.classes() > CLASSES_BELOW ? 64 : 128;
    cell = longest > limit ? limit : longest * Math.max(1, 64 / longest);
  }

  /**
   * Draws a sheet: for each class, in label order, its name, how many training examples it has, and
   * some of them, chosen evenly through the split. Small images are enlarged without smoothing. At
   * most 1,000 classes are shown, 100 below each other.
   *
   * @param data of shape {@code [1|3, rows, columns]}; only its training split is read
   * @param perClass examples of each class, 1 to 50
   * @return a PNG file
   * @throws org.limbeck.LimbeckException if the examples are no images
   */
  public static byte[] png(Dataset data, int perClass) {
    if (perClass < 1 || perClass > MAX_PER_CLASS) {
      throw new IllegalArgumentException(
          "perClass: expected 1 to %d, found %d".formatted(MAX_PER_CLASS, perClass));
    }
    return encode(new ContactSheet(data, perClass).draw());
  }

  private BufferedImage draw() {
    int shown = Math.min(MAX_CLASSES, data.classes());
    int columns = (shown + CLASSES_BELOW - 1) / CLASSES_BELOW;
    int width = columns * columnWidth();
    int height = GAP + Math.min(shown, CLASSES_BELOW) * (cell + GAP);
    var sheet = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    var text = new SheetText(graphics);
    for (int y = 0; y < shown; y++) {
      int left = y / CLASSES_BELOW * columnWidth();
      int top = GAP + y % CLASSES_BELOW * (cell + GAP);
      drawClass(graphics, text, y, left, top);
    }
    graphics.dispose();
    return sheet;
  }

  private int columnWidth() {
    return LABEL + perClass * (cell + GAP) + 2 * GAP;
  }

  private void drawClass(Graphics2D graphics, SheetText text, int y, int left, int top) {
    int[] members = members(y);
    int room = LABEL - 3 * GAP;
    int middle = top + cell / 2;
    text.write(data.classNames().get(y), left + 2 * GAP, middle - 2, room, Color.BLACK);
    String count = "%,d in training".formatted(members.length);
    text.write(count, left + 2 * GAP, middle + 14, room, Color.DARK_GRAY);
    int shown = Math.min(perClass, members.length);
    for (int i = 0; i < shown; i++) {
      int example = members[(int) ((long) i * members.length / shown)];
      draw(graphics, thumbnails.picture(example), left + LABEL + i * (cell + GAP), top);
    }
  }

  private int[] members(int label) {
    int[] labels = data.train().labels();
    return IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
  }

  private void draw(Graphics2D graphics, BufferedImage picture, int x, int y) {
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        longest <= cell
            ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
            : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        picture,
        x,
        y,
        Math.max(1, picture.getWidth() * cell / longest),
        Math.max(1, picture.getHeight() * cell / longest),
        null);
  }

  private static byte[] encode(BufferedImage sheet) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(sheet, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
