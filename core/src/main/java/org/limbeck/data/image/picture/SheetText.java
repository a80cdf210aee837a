package org.limbeck.data.image.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** Writes text on a contact sheet; writes nothing where the machine has no fonts. */
final class SheetText {
  private static final int SIZE = 13;

  private final Graphics2D graphics;
  private final boolean able;

  SheetText(Graphics2D graphics) {
    this.graphics = graphics;
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    able = fonts();
  }

  /** Slim installations of Java lack the native font library, or the system its fonts. */
  private boolean fonts() {
    try {
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SIZE));
      return graphics.getFontMetrics().stringWidth("m") > 0;
    } catch (RuntimeException | InternalError | LinkageError e) {
      return false;
    }
  }

  /** Writes a line that begins at (x, y), cut to {@code width} pixels. */
  void write(String line, int x, int y, int width, Color colour) {
    if (able) {
      graphics.setColor(colour);
      graphics.drawString(cut(line, width), x, y);
    }
  }

  private String cut(String line, int width) {
    FontMetrics metrics = graphics.getFontMetrics();
    String shown = line;
    for (int length = line.length(); metrics.stringWidth(shown) > width && length > 1; length--) {
      shown = line.substring(0, length - 1) + "…";
    }
    return shown;
  }
}
