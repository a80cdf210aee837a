package org.limbeck.plan.key;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;

/**
 * One mapping of a study file, read key by key; every problem is collected with its path and line,
 * and a stand-in is returned so that reading continues.
 */
public final class Section {
  private final Problems problems;
  private final String path;
  private final int line;
  private final Map<String, YamlValue> values;
  private final Set<String> read = new HashSet<>();

  Section(Problems problems, String path, int line, Map<String, YamlValue> values) {
    this.problems = problems;
    this.path = path;
    this.line = line;
    this.values = values;
  }

  /** The top level of a study file; empty, with a problem, where it is not a mapping. */
  public static Section root(Problems problems, YamlValue value) {
    if (value instanceof YamlValue.Keys keys) {
      return new Section(problems, "", keys.line(), keys.values());
    }
    problems.add(value.line(), "", "expected keys like 'name:', found " + value.kind());
    return new Section(problems, "", value.line(), Map.of());
  }

  /** Whether the section has a key. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** Its keys as they are in the file. */
  public YamlValue.Keys value() {
    return new YamlValue.Keys(line, values);
  }

  /** The same section without a key. */
  public Section without(String key) {
    Map<String, YamlValue> others = new LinkedHashMap<>(values);
    others.remove(key);
    return new Section(problems, path, line, others);
  }

  /** Whether the value of a key is a mapping. */
  public boolean isMapping(String key) {
    return values.get(key) instanceof YamlValue.Keys;
  }

  /** Whether the value of a key is a list. */
  public boolean isList(String key) {
    return values.get(key) instanceof YamlValue.Items;
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private @Nullable YamlValue take(String key) {
    read.add(key);
    return values.get(key);
  }

  /** Adds a problem with the value of a key, or with its absence. */
  public void problem(String key, String message) {
    YamlValue value = values.get(key);
    problems.add(value == null ? line : value.line(), path(key), message);
  }

  /** A section below this one; empty if it is missing and not {@code required}. */
  Section section(String key, boolean required) {
    YamlValue value = take(key);
    if (value instanceof YamlValue.Keys keys) {
      return new Section(problems, path(key), keys.line(), keys.values());
    }
    if (value != null) {
      problem(key, "expected a mapping, found " + value.kind());
    } else if (required) {
      problem(key, "missing; see examples/digits.yaml");
    }
    return new Section(problems, path(key), line, Map.of());
  }

  /** A scalar's text. */
  public String text(String key, @Nullable String standard) {
    YamlValue value = take(key);
    if (value instanceof YamlValue.Scalar scalar) {
      return scalar.text();
    }
    if (value != null) {
      problem(key, "expected one value, found " + value.kind());
    } else if (standard == null) {
      problem(key, "missing");
    }
    return standard == null ? "" : standard;
  }

  /** The texts of a list; empty, with a problem, where the value is another. */
  public List<String> texts(String key) {
    return list(key, List.of(), "a text", text -> text);
  }

  /** A scalar read by {@code parser}, which throws IllegalArgumentException to refuse it. */
  <T> T value(String key, T standard, String expected, Function<String, T> parser) {
    if (!has(key)) {
      read.add(key);
      return standard;
    }
    YamlValue value = take(key);
    if (value instanceof YamlValue.Scalar scalar) {
      return parse(key, value, scalar.text(), expected, parser).orElse(standard);
    }
    problem(key, "expected " + expected + ", found " + (value == null ? "" : value.kind()));
    return standard;
  }

  private <T> Optional<T> parse(
      String key, YamlValue value, String text, String expected, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      problems.add(value.line(), path(key), "expected " + expected + ", found " + value.kind());
    } catch (LimbeckException e) {
      problems.add(value.line(), path(key), String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /** The value of a key as a number; {@code standard} where it is missing or not a number. */
  double number(String key, double standard) {
    return value(key, standard, "a number", Scalars::number);
  }

  /** The value of a key as an integer; {@code standard} where it is missing or not an integer. */
  int integer(String key, int standard) {
    return value(key, standard, "an integer", Scalars::integer);
  }

  /** One of some words. */
  <E extends Enum<E>> E word(String key, E standard, Class<E> type) {
    if (!has(key)) {
      read.add(key);
      return standard;
    }
    String text = text(key, "");
    return Scalars.word(text, type)
        .orElseGet(
            () -> {
              problem(key, "no '" + text + "'" + DidYouMean.hint(text, Scalars.words(type)));
              return standard;
            });
  }

  /** A list without duplicates, not empty. */
  <T> List<T> list(
      String key, @Nullable List<T> standard, String expected, Function<String, T> parser) {
    YamlValue value = take(key);
    if (value == null) {
      if (standard == null) {
        problem(key, "missing");
      }
      return standard == null ? List.of() : standard;
    }
    if (!(value instanceof YamlValue.Items items)) {
      problem(key, "expected a list like [a, b], found " + value.kind());
      return List.of();
    }
    if (items.values().isEmpty()) {
      problem(key, "the list is empty; name at least one");
    }
    return distinct(key, items, expected, parser);
  }

  /** A list that may have duplicates and may be empty. */
  <T> List<T> series(String key, List<T> standard, String expected, Function<String, T> parser) {
    YamlValue value = take(key);
    if (value == null) {
      return standard;
    }
    if (!(value instanceof YamlValue.Items items)) {
      problem(key, "expected a list like [a, b], found " + value.kind());
      return standard;
    }
    List<T> found = new ArrayList<>();
    for (int i = 0; i < items.values().size(); i++) {
      parsed(key + "[" + i + "]", items.values().get(i), expected, parser).ifPresent(found::add);
    }
    return found;
  }

  /** The value of an item of a list; empty, with a problem, where it is not as expected. */
  private <T> Optional<T> parsed(
      String place, YamlValue item, String expected, Function<String, T> parser) {
    if (item instanceof YamlValue.Scalar scalar) {
      return parse(place, item, scalar.text(), expected, parser);
    }
    problems.add(item.line(), path(place), "expected " + expected + ", found " + item.kind());
    return Optional.empty();
  }

  private <T> List<T> distinct(
      String key, YamlValue.Items items, String expected, Function<String, T> parser) {
    Map<T, Integer> found = new LinkedHashMap<>();
    for (int i = 0; i < items.values().size(); i++) {
      YamlValue item = items.values().get(i);
      String place = key + "[" + i + "]";
      Optional<T> parsed = parsed(place, item, expected, parser);
      if (parsed.isPresent() && found.putIfAbsent(parsed.get(), i) != null) {
        problems.add(item.line(), path(place), item.kind() + " is given twice; keep one");
      }
    }
    return new ArrayList<>(found.keySet());
  }

  /** Numbers: one, or a list of them without duplicates. */
  List<Double> numbers(String key, List<Double> standard) {
    return values.get(key) instanceof YamlValue.Items
        ? list(key, standard, "a number", Scalars::number)
        : has(key) ? List.of(number(key, standard.get(0))) : taken(key, standard);
  }

  private <T> T taken(String key, T standard) {
    read.add(key);
    return standard;
  }

  /** Marks a key as known. */
  public void read(String key) {
    read.add(key);
  }

  /** The mappings of a list; an entry that is a scalar is the value of {@code scalarKey}. */
  public List<Section> entries(String key, String scalarKey) {
    YamlValue value = take(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof YamlValue.Items items)) {
      problem(key, "expected a list, found " + value.kind());
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < items.values().size(); i++) {
      YamlValue item = items.values().get(i);
      String place = path(key + "[" + i + "]");
      if (item instanceof YamlValue.Keys keys) {
        sections.add(new Section(problems, place, keys.line(), keys.values()));
      } else if (item instanceof YamlValue.Scalar) {
        sections.add(new Section(problems, place, item.line(), Map.of(scalarKey, item)));
      } else {
        problems.add(item.line(), place, "expected a name or a mapping, found " + item.kind());
      }
    }
    return sections;
  }

  /** Runs a constructor whose IllegalArgumentException starts with the key it complains of. */
  public <T> T build(Supplier<T> constructor, T standard) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      int colon = message.indexOf(": ");
      String key = colon < 0 ? "" : message.substring(0, colon);
      if (values.containsKey(key)) {
        problem(key, message.substring(colon + 2));
      } else {
        problems.add(line, path, message);
      }
      return standard;
    }
  }

  /** Reports every key that nobody read. */
  public void finish() {
    for (Map.Entry<String, YamlValue> entry : values.entrySet()) {
      if (!read.contains(entry.getKey())) {
        problems.add(
            entry.getValue().line(),
            path(entry.getKey()),
            "unknown key" + DidYouMean.hint(entry.getKey(), read.stream().sorted().toList()));
      }
    }
  }
}
