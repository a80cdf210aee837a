package org.limbeck.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;

/**
 * Which column of a prediction file holds what, from its header.
 *
 * @param label the position of the column {@code label}
 * @param prediction the position of the column {@code prediction}, or {@link #NONE}
 * @param probabilities the position of each {@code p<y>}; empty without probabilities
 * @param group the position of the column of groups, or {@link #NONE}
 * @param names all names in the order of the file
 */
record PredictionColumns(
    int label, int prediction, List<Integer> probabilities, int group, List<String> names) {
  static final int NONE = -1;

  private static final Pattern PROBABILITY = Pattern.compile("p(0|[1-9][0-9]{0,6})");
  private static final List<String> OWN = List.of("label", "prediction");
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
  private static final String REMEDY =
      "; the first line must be label,prediction or label,p0,p1,... with one p for each class";

  static PredictionColumns of(
      String place, List<String> header, OptionalInt classes, Optional<String> group) {
    List<String> names = header.stream().map(String::strip).toList();
    int groups = group.map(name -> groupColumn(place, names, name)).orElse(NONE);
    if (names.stream().allMatch(name -> NUMBER.matcher(name).matches())) {
      throw new LimbeckException(place + ": numbers instead of a header" + REMEDY);
    }
    int label = NONE;
    int prediction = NONE;
    var probabilities = new int[names.size()];
    Arrays.fill(probabilities, NONE);
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      if (names.indexOf(name) != column) {
        throw new LimbeckException(place + ": column '" + name + "' is there twice" + REMEDY);
      } else if (name.equals("label")) {
        label = column;
      } else if (name.equals("prediction")) {
        prediction = column;
      } else if (column != groups) {
        int y = probability(place, name);
        if (y < probabilities.length) {
          probabilities[y] = column;
        }
      }
    }
    var positions = positions(place, names, probabilities);
    return new PredictionColumns(label, prediction, positions, groups, names)
        .checked(place, classes);
  }

  private static int groupColumn(String place, List<String> names, String group) {
    int column = names.indexOf(group);
    if (column == NONE) {
      throw new LimbeckException(
          "%s: no column '%s' for --group%s; the header has %s"
              .formatted(place, group, DidYouMean.hint(group, names), String.join(", ", names)));
    }
    if (OWN.contains(group) || PROBABILITY.matcher(group).matches()) {
      throw new LimbeckException(
          "%s: '%s' holds no groups; name another column with --group".formatted(place, group));
    }
    return column;
  }

  private static int probability(String place, String name) {
    var match = PROBABILITY.matcher(name);
    if (!match.matches()) {
      throw new LimbeckException(
          place
              + ": unknown column '"
              + name
              + "'; remove it, or name it with --group if it holds groups"
              + REMEDY);
    }
    return Integer.parseInt(match.group(1));
  }

  private static List<Integer> positions(String place, List<String> names, int[] probabilities) {
    long count = names.stream().filter(name -> PROBABILITY.matcher(name).matches()).count();
    var positions = new ArrayList<Integer>();
    for (int y = 0; y < count; y++) {
      if (probabilities[y] == NONE) {
        throw new LimbeckException(
            "%s: column 'p%d' is missing among %d probability columns".formatted(place, y, count)
                + REMEDY);
      }
      positions.add(probabilities[y]);
    }
    return positions;
  }

  private PredictionColumns checked(String place, OptionalInt classes) {
    if (label == NONE) {
      throw new LimbeckException(place + ": column 'label' is missing" + REMEDY);
    }
    if (prediction == NONE && probabilities.isEmpty()) {
      throw new LimbeckException(
          place + ": column 'prediction' is missing, and so are probabilities" + REMEDY);
    }
    if (!probabilities.isEmpty() && classes.orElse(probabilities.size()) != probabilities.size()) {
      throw new LimbeckException(
          "%s: expected probabilities of %d classes, found %d columns p0..p%d; "
                  .formatted(
                      place, classes.orElseThrow(), probabilities.size(), probabilities.size() - 1)
              + "correct the number of classes or leave it out");
    }
    return this;
  }
}
