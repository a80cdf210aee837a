package org.limbeck.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limbeck.LimbeckException;

/**
 * A message in protobuf's text format, without its schema: fields by name, in their order. A list
 * {@code [a, b]} is a field that occurs several times.
 *
 * @param fields of the message
 */
record TextProto(List<Field> fields) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:#[^\\n]*\\s*)*(?:(\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*')|([A-Za-z0-9_.+-]+)|([\\[\\]{}<>:,;])|$)");
  private static final int MOST_DEPTH = 20;

  /**
   * A field: text or a message.
   *
   * @param text as written, without quotes
   */
  record Field(String name, String text, Optional<TextProto> message) {}

  /**
   * Reads a message.
   *
   * @param place for messages of errors
   * @throws LimbeckException with the line, if it is not in that format
   */
  static TextProto read(String place, String text) {
    return new Reader(place, text).message("", 0);
  }

  /** The first text of that name. */
  Optional<String> text(String name) {
    return texts(name).stream().findFirst();
  }

  /** All texts of that name. */
  List<String> texts(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name) && field.message().isEmpty())
        .map(Field::text)
        .toList();
  }

  /** All messages of that name. */
  List<TextProto> messages(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .flatMap(field -> field.message().stream())
        .toList();
  }

  /** Reads token by token; the next one is known. */
  private static final class Reader {
    private final String place;
    private final String text;
    private final Matcher matcher;
    private String token = "";
    private boolean quoted;

    Reader(String place, String text) {
      this.place = place;
      this.text = text;
      matcher = TOKEN.matcher(text);
      next();
    }

    private void next() {
      if (!matcher.lookingAt()) {
        throw failure("a character that has no place there");
      }
      quoted = matcher.group(1) != null;
      String found = quoted ? matcher.group(1) : matcher.group().strip();
      token =
          quoted
              ? found.substring(1, found.length() - 1)
              : matcher.group(2) != null
                  ? matcher.group(2)
                  : matcher.group(3) != null ? matcher.group(3) : "";
      matcher.region(matcher.end(), text.length());
    }

    private LimbeckException failure(String found) {
      long line = text.substring(0, matcher.regionStart()).lines().count();
      return new LimbeckException(
          "%s, line %d: %s; write it in protobuf's text format, as Triton reads it"
              .formatted(place, Math.max(1, line), found));
    }

    private boolean at(String symbol) {
      return !quoted && token.equals(symbol);
    }

    private boolean skip(String symbol) {
      boolean there = at(symbol);
      if (there) {
        next();
      }
      return there;
    }

    TextProto message(String end, int depth) {
      if (depth > MOST_DEPTH) {
        throw failure("messages within messages, %d deep".formatted(depth));
      }
      List<Field> fields = new ArrayList<>();
      while (!at(end)) {
        String name = token;
        if (quoted || !name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
          throw failure("'%s' where a field's name is expected".formatted(name));
        }
        next();
        skip(":");
        values(name, fields, depth);
        if (!skip(",")) {
          skip(";");
        }
      }
      if (!end.isEmpty()) {
        next();
      }
      return new TextProto(List.copyOf(fields));
    }

    private void values(String name, List<Field> fields, int depth) {
      if (!skip("[")) {
        fields.add(value(name, depth));
        return;
      }
      while (!skip("]")) {
        fields.add(value(name, depth));
        if (!skip(",") && !at("]")) {
          throw failure("'%s' in a list, where ',' or ']' is expected".formatted(token));
        }
      }
    }

    private Field value(String name, int depth) {
      if (at("{") || at("<")) {
        String end = at("{") ? "}" : ">";
        next();
        return new Field(name, "", Optional.of(message(end, depth + 1)));
      }
      if (!quoted && !token.matches("[A-Za-z0-9_.+-]+")) {
        throw failure("'%s' where a value of '%s' is expected".formatted(token, name));
      }
      var field = new Field(name, token, Optional.empty());
      next();
      return field;
    }
  }
}
