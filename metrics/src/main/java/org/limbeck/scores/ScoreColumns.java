package org.limbeck.scores;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;

/**
 * Which column of a table of scores holds what.
 *
 * @param label the position of the column {@code label}
 * @param scores the position of each class's score
 * @param logits whether they are logits ({@code z<y>}) or probabilities ({@code p<y>})
 * @param names all names in the order of the file
 */
record ScoreColumns(int label, List<Integer> scores, boolean logits, List<String> names) {
  // A prediction column, as limbeck evaluate reads it, says nothing that the scores don't.
  private static final List<String> OTHERS = List.of("label", "prediction");
  private static final String REMEDY =
      "; the first line must be label,z0,z1,... for logits or label,p0,p1,... for probabilities,"
          + " with one column for each of two classes or more";

  static ScoreColumns of(String place, List<String> header) {
    List<String> names = header.stream().map(String::strip).toList();
    int label = names.indexOf("label");
    if (label < 0) {
      throw new LimbeckException(place + ": column 'label' is missing" + REMEDY);
    }
    boolean logits = names.contains("z0");
    long others = names.stream().filter(name -> !OTHERS.contains(name)).count();
    List<Integer> scores = new ArrayList<>();
    for (int y = 0; y < others; y++) {
      String name = (logits ? "z" : "p") + y;
      int position = names.indexOf(name);
      if (position < 0) {
        throw new LimbeckException(
            "%s: column '%s' is missing among %d columns of scores".formatted(place, name, others)
                + REMEDY);
      }
      scores.add(position);
    }
    if (scores.size() < 2) {
      throw new LimbeckException(place + ": scores are missing" + REMEDY);
    }
    return new ScoreColumns(label, scores, logits, names);
  }
}
