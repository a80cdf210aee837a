package org.limbeck.scores;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A name for each example, such as its group.
 *
 * @param names the distinct names, in the order in which they first occur
 * @param of {@code [examples]}, each an index of {@code names}
 */
@SuppressWarnings("ArrayRecordComponent") // large, read-only
public record Categories(List<String> names, int[] of) {
  /** No names. */
  public static final Categories NONE = new Categories(List.of(), new int[0]);

  public Categories {
    names = List.copyOf(names);
  }

  /** Collects the names of examples, one after the other. */
  public static final class Builder {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final IntStream.Builder of = IntStream.builder();

    /** Adds the name of the next example and returns how many distinct names there are. */
    public int add(String name) {
      of.add(numbers.computeIfAbsent(name, key -> numbers.size()));
      return numbers.size();
    }

    /** The names added; nothing can be added afterwards. */
    public Categories build() {
      return new Categories(new ArrayList<>(numbers.keySet()), of.build().toArray());
    }
  }
}
