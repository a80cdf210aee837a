package org.limbeck.scores.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;

/**
 * The classes of labels and predictions as they are read: all are indices from 0 on, or all are
 * names. Each distinct text has a code, in the order of appearance, until all are known.
 */
public final class ClassCells {
  /** A larger label is an identifier in the wrong column rather than a class. */
  private static final int MOST_CLASSES = 100_000;

  private static final int MOST_NAMES = 50_000;
  private static final Pattern INDEX = Pattern.compile("0|-?[1-9]\\d{0,9}");
  private static final Pattern FRACTION =
      Pattern.compile("[-+]?(\\d+\\.\\d*|\\.\\d+)([eE][-+]?\\d+)?|[-+]?\\d+[eE][-+]?\\d+|(?i)nan");

  private final List<String> known;
  private final OptionalInt classes;
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private @Nullable Boolean named;

  /**
   * Reads classes.
   *
   * @param known the names of the classes; empty where they are unknown
   * @param classes the number of classes m, if it is known before the last row
   */
  public ClassCells(List<String> known, OptionalInt classes) {
    this.known = known;
    this.classes = classes;
    known.forEach(name -> codes.put(name, ~codes.size()));
  }

  /**
   * The code of a cell.
   *
   * @param error makes the error of the cell from a problem and its remedy
   */
  public int code(String text, Function<String, LimbeckException> error) {
    Integer code = codes.get(text);
    return code != null && code >= 0 ? code : newCode(text, error);
  }

  private int newCode(String text, Function<String, LimbeckException> error) {
    boolean name = known.contains(text) || !isIndex(text, error);
    if (named != null && named != name) {
      throw mixed(text, error);
    }
    named = name;
    if (name && texts.size() == MOST_NAMES) {
      throw error.apply(
          "more than %,d different names: an identifier rather than a class; name the column of labels with --label"
              .formatted(MOST_NAMES));
    }
    codes.put(text, texts.size());
    texts.add(text);
    return texts.size() - 1;
  }

  /** Whether a text is a class index; refuses those that are neither index nor name. */
  private boolean isIndex(String text, Function<String, LimbeckException> error) {
    if (text.isEmpty()) {
      throw error.apply("empty; name a class, or leave the example out");
    }
    if (FRACTION.matcher(text).matches()) {
      throw error.apply(
          "expected a class index such as 3, or a name, found '%s'; write whole numbers from 0 on, or names"
              .formatted(text));
    }
    if (!INDEX.matcher(text).matches()) {
      if (!known.isEmpty()) {
        throw error.apply(
            "no class '%s'%s; the classes are %s"
                .formatted(text, DidYouMean.hint(text, known), HeaderText.list(known)));
      }
      return false;
    }
    requireClass(Long.parseLong(text), error);
    return true;
  }

  private void requireClass(long value, Function<String, LimbeckException> error) {
    int bound = classes.orElse(MOST_CLASSES);
    if (value < 0 || value >= bound) {
      throw error.apply(
          "expected a class in 0..%d, found %d; %s"
              .formatted(
                  bound - 1,
                  value,
                  classes.isPresent()
                      ? "classes count from 0, so correct it or the number of classes"
                      : "number the classes from 0 on without gaps, or name them all with --classes"));
    }
  }

  private LimbeckException mixed(String text, Function<String, LimbeckException> error) {
    String first = texts.get(0);
    return error.apply(
        Boolean.TRUE.equals(named)
            ? "expected a class name such as '%s', found the index %s; labels and predictions must be all names or all indices"
                .formatted(first, text)
            : "expected a class index such as %s, found '%s'; labels and predictions must be all indices or all names"
                .formatted(first, text));
  }

  /** Whether the classes were given by name. */
  public boolean isNamed() {
    return Boolean.TRUE.equals(named);
  }

  /** The classes of all cells. */
  public Found found() {
    List<String> names = known.isEmpty() && isNamed() ? ClassNames.sorted(texts) : known;
    Map<String, Integer> index = new HashMap<>();
    names.forEach(name -> index.put(name, index.size()));
    int[] ofCode =
        texts.stream()
            .mapToInt(text -> isNamed() ? index.getOrDefault(text, 0) : Integer.parseInt(text))
            .toArray();
    int largest = IntStream.of(ofCode).max().orElse(0);
    int m = names.isEmpty() ? classes.orElse(largest + 1) : names.size();
    return new Found(m, names, ofCode);
  }

  /**
   * The classes.
   *
   * @param classes the number of them
   * @param names empty where they are indices and nothing names them
   * @param ofCode the class of each code
   */
  @SuppressWarnings("ArrayRecordComponent") // read-only
  public record Found(int classes, List<String> names, int[] ofCode) {
    /** The classes of codes, in place. */
    public int[] of(int[] found) {
      for (int i = 0; i < found.length; i++) {
        found[i] = ofCode[found[i]];
      }
      return found;
    }
  }
}
