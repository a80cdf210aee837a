package org.limbeck.teacher.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limbeck.base.Json;
import org.limbeck.child.ModelDescription;
import org.limbeck.onnx.MetadataKeys;
import org.limbeck.teacher.intake.ColumnOrder;

/**
 * Which score of a model belongs to which class of the data.
 *
 * @param columns for each class of the data the index of its score, {@code [classes]}
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
record ClassOrder(int[] columns) {
  /**
   * The order that the user gives, else the one that the model names, else that of the data.
   *
   * @param model what it says of itself
   * @param names of the classes of the data
   */
  static ClassOrder of(
      ModelFile file, ModelDescription model, List<String> names, List<String> notes) {
    List<String> given = file.output().classes();
    if (!given.isEmpty()) {
      return of(ColumnOrder.of(file.path().toString(), names, given).columns(), names);
    }
    List<String> theirs = theirs(file, model);
    if (same(theirs, names)) {
      if (!theirs.equals(names)) {
        notes.add("the model names its classes in the order " + theirs + ", which was followed");
      }
      return of(theirs, names);
    }
    if (!theirs.isEmpty() && !theirs.equals(numbers(names.size()))) {
      notes.add(
          "%s, so its scores were taken in the order of the data's classes; set output.classes to change this"
              .formatted(difference(theirs, names)));
    }
    return new ClassOrder(IntStream.range(0, names.size()).toArray());
  }

  /** The names of both sides, and those that the other does not have. */
  static String difference(List<String> theirs, List<String> names) {
    return "the model names %d classes (%s) and the data %d (%s); only the model has %s, only the data %s"
        .formatted(
            theirs.size(),
            ColumnOrder.first(theirs),
            names.size(),
            ColumnOrder.first(names),
            without(theirs, names),
            without(names, theirs));
  }

  private static String without(List<String> names, List<String> others) {
    Set<String> known = Set.copyOf(others);
    List<String> rest = names.stream().filter(name -> !known.contains(name)).distinct().toList();
    return rest.isEmpty() ? "none" : ColumnOrder.first(rest);
  }

  /** The classes that the model names, in the order of its scores; empty if it names none. */
  static List<String> theirs(ModelFile file, ModelDescription model) {
    List<String> stored = stored(model.metadata());
    return !file.labels().isEmpty() ? file.labels() : stored.isEmpty() ? model.classes() : stored;
  }

  private static boolean same(List<String> theirs, List<String> names) {
    return theirs.size() == names.size() && new HashSet<>(theirs).equals(new HashSet<>(names));
  }

  private static List<String> numbers(int classes) {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }

  private static ClassOrder of(List<String> theirs, List<String> names) {
    return new ClassOrder(names.stream().mapToInt(theirs::indexOf).toArray());
  }

  /** The names that Limbeck stores, or none. */
  private static List<String> stored(Map<String, String> metadata) {
    try {
      String text = metadata.getOrDefault(MetadataKeys.CLASS_NAMES, "[]");
      String[] names = Json.read(text, String[].class);
      return names == null ? List.of() : Stream.of(names).filter(Objects::nonNull).toList();
    } catch (JsonProcessingException e) {
      return List.of(); // another program's entry of that name
    }
  }

  /**
   * The same with the names of the classes.
   *
   * @param names of the classes of the data
   */
  ColumnOrder named(List<String> names) {
    var theirs = new String[columns.length];
    for (int y = 0; y < columns.length; y++) {
      theirs[columns[y]] = names.get(y);
    }
    return new ColumnOrder(names, List.of(theirs));
  }

  /** Scores in the order of the data's classes. */
  float[] applied(float[] scores) {
    int m = columns.length;
    var ordered = new float[scores.length];
    for (int row = 0; row < scores.length; row += m) {
      for (int y = 0; y < m; y++) {
        ordered[row + y] = scores[row + columns[y]];
      }
    }
    return ordered;
  }

  /** A value for each class, in the order of the data's classes. */
  double[] applied(double[] values) {
    return IntStream.of(columns).mapToDouble(column -> values[column]).toArray();
  }
}
