package org.limbeck.teacher.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.limbeck.LimbeckException;

/**
 * Which class each column of scores belongs to.
 *
 * @param classes of the data, in label order
 * @param columns the same names in the order of the scores
 */
public record ColumnOrder(List<String> classes, List<String> columns) {
  private static final int SHOWN = 5;

  public ColumnOrder {
    classes = List.copyOf(classes);
    columns = List.copyOf(columns);
  }

  /**
   * The order that a study file or a file of scores says.
   *
   * @param where how messages call the teacher
   * @param columns class names in the order of the scores; empty for the order of the data
   * @throws LimbeckException if they are not the classes of the data
   */
  public static ColumnOrder of(String where, List<String> classes, List<String> columns) {
    if (columns.isEmpty()) {
      return new ColumnOrder(classes, classes);
    }
    Set<String> missing = new LinkedHashSet<>(classes);
    Set<String> unknown = new LinkedHashSet<>();
    Set<String> twice = new LinkedHashSet<>();
    Set<String> known = Set.copyOf(classes);
    for (String column : columns) {
      if (!known.contains(column)) {
        unknown.add(column);
      } else if (!missing.remove(column)) {
        twice.add(column);
      }
    }
    if (!missing.isEmpty() || !unknown.isEmpty() || !twice.isEmpty()) {
      throw new LimbeckException(
          where
              + ": its classes are not those of the data"
              + found("without", missing)
              + found("unknown", unknown)
              + found("twice", twice)
              + "; name each class of the data once in output.classes, in the order of the scores");
    }
    return new ColumnOrder(classes, columns);
  }

  private static String found(String what, Collection<String> names) {
    return names.isEmpty() ? "" : ", %s: %s".formatted(what, first(names));
  }

  /** The first few of some names and how many more there are. */
  public static String first(Collection<String> names) {
    String shown = String.join(", ", names.stream().limit(SHOWN).toList());
    int more = names.size() - SHOWN;
    return more > 0 ? "%s and %d more".formatted(shown, more) : shown;
  }

  boolean isThatOfTheData() {
    return classes.equals(columns);
  }

  /** The class of each column: its place in the order of the data. */
  int[] places() {
    Map<String, Integer> places = new HashMap<>();
    classes.forEach(name -> places.put(name, places.size()));
    return columns.stream().mapToInt(name -> Objects.requireNonNull(places.get(name))).toArray();
  }

  /**
   * The names of the columns if the scores of class y were found at {@code columnOf[y]} of the
   * order of the data.
   */
  List<String> corrected(int[] columnOf) {
    var holds = new String[columnOf.length];
    for (int y = 0; y < columnOf.length; y++) {
      holds[columnOf[y]] = classes.get(y);
    }
    return Arrays.stream(places()).mapToObj(place -> holds[place]).toList();
  }
}
