package org.limbeck.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collection;
import java.util.List;
import org.limbeck.base.Json;

/**
 * A list as the value of an option of a source, which is a text: a JSON array of texts. Any other
 * text is a list of one.
 */
public final class OptionList {
  private OptionList() {}

  /** The list as a text. */
  public static String of(Collection<String> values) {
    return Json.canonical(List.copyOf(values));
  }

  /** The list that a text stands for. */
  public static List<String> values(String text) {
    if (!isList(text)) {
      return List.of(text);
    }
    return parse(text);
  }

  /** Whether a text is a JSON array of texts. */
  public static boolean isList(String text) {
    return text.startsWith("[") && !parse(text).isEmpty();
  }

  private static List<String> parse(String text) {
    try {
      return List.of(Json.read(text, String[].class));
    } catch (JsonProcessingException | NullPointerException e) {
      return List.of(); // no array of texts, or a null in it
    }
  }
}
