package org.limbeck.report.html;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and SVG: escapes every text and attribute, and refuses to close what is not open.
 *
 * <p>Attributes come as pairs: {@code open("td", "class", "number")}.
 */
public final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element. */
  public Html open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Ends the innermost element, which must be {@code tag}. */
  public Html close(String tag) {
    if (!tag.equals(open.peek())) {
      throw new IllegalStateException("expected to close " + open.peek() + ", found " + tag);
    }
    open.pop();
    out.append("</").append(tag).append(">\n");
    return this;
  }

  /** An element that holds text only; no line break after it. */
  public Html element(String tag, String text, String... attributes) {
    start(tag, attributes);
    out.append('>');
    text(text);
    out.append("</").append(tag).append('>');
    return this;
  }

  /** An element without content. */
  public Html empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** Text, escaped. */
  public Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      append(text.charAt(i));
    }
    return this;
  }

  /** Text that is part of this program, as it is. */
  public Html trusted(String markup) {
    out.append(markup);
    return this;
  }

  private void start(String tag, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("expected pairs of attributes, found an odd number");
    }
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      text(attributes[i + 1]);
      out.append('"');
    }
  }

  // A carriage return would be read back as a line feed, and HTML has no way to write most control
  // characters, so each shows as the replacement character.
  private void append(char character) {
    switch (character) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default ->
          out.append(
              Character.isISOControl(character) && character != '\n' && character != '\t'
                  ? '\ufffd'
                  : character);
    }
  }

  /** The document; everything must be closed. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }
}
