package org.limbeck.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;

/**
 * Which column of a CSV file holds what, from its header.
 *
 * @param label the position of the column {@code label}
 * @param prediction the position of the column {@code prediction}, or {@link #NONE}
 * @param scores the position of each class's score; empty without scores
 * @param logits whether the scores are logits ({@code z<y>}) or probabilities ({@code p<y>})
 * @param group the position of the column of groups, or {@link #NONE}
 */
@SuppressWarnings("ArrayRecordComponent") // read-only
record ScoreColumns(int label, int prediction, int[] scores, boolean logits, int group) {
  static final int NONE = -1;

  private static final Pattern SCORE = Pattern.compile("([pz])(0|[1-9][0-9]{0,6})");
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
  private static final List<String> OWN = List.of("label", "prediction");

  static ScoreColumns of(CsvRows rows, TableRequest request) {
    return new Header(rows, request).columns();
  }

  /** A header while it is read. */
  private record Header(CsvRows rows, TableRequest request) {
    ScoreColumns columns() {
      List<String> names = rows.header();
      int group = request.group().map(this::group).orElse(NONE);
      if (names.stream().allMatch(name -> NUMBER.matcher(name).matches())) {
        throw error("numbers instead of a header");
      }
      boolean logits =
          IntStream.range(0, names.size())
              .anyMatch(column -> column != group && names.get(column).matches("z[0-9]+"));
      int[] scores = scores(logits ? "z" : "p", group);
      var columns =
          new ScoreColumns(
              names.indexOf("label"), names.indexOf("prediction"), scores, logits, group);
      check(columns);
      return columns;
    }

    private int group(String group) {
      List<String> names = rows.header();
      int column = names.indexOf(group);
      if (column == NONE) {
        throw rows.error(
            "no column '%s' for --group%s; the header has %s"
                .formatted(group, DidYouMean.hint(group, names), String.join(", ", names)));
      }
      if (OWN.contains(group) || (group.startsWith("p") && SCORE.matcher(group).matches())) {
        throw rows.error("'%s' holds no groups; name another column with --group".formatted(group));
      }
      return column;
    }

    /** The position of each class's score; refuses names that are unknown. */
    private int[] scores(String letter, int group) {
      List<String> names = rows.header();
      List<String> scores = new ArrayList<>();
      for (int column = 0; column < names.size(); column++) {
        String name = names.get(column);
        if (column != group && !OWN.contains(name)) {
          scores.add(score(name, letter));
        }
      }
      return positions(letter, scores.size());
    }

    private String score(String name, String letter) {
      Matcher match = SCORE.matcher(name);
      if (!match.matches() || !match.group(1).equals(letter)) {
        throw error(
            "unknown column '%s'; remove it%s"
                .formatted(
                    name, predictions() ? ", or name it with --group if it holds groups" : ""));
      }
      return name;
    }

    private int[] positions(String letter, int count) {
      var positions = new int[count];
      for (int y = 0; y < count; y++) {
        positions[y] = rows.header().indexOf(letter + y);
        if (positions[y] == NONE) {
          throw error(
              "column '%s%d' is missing among %d columns of scores".formatted(letter, y, count));
        }
      }
      return positions;
    }

    private void check(ScoreColumns columns) {
      int m = columns.scores().length;
      if (columns.label() == NONE) {
        throw error("column 'label' is missing");
      }
      if (predictions() && columns.prediction() == NONE && m == 0) {
        throw error("column 'prediction' is missing, and so are probabilities");
      }
      if (!predictions() && m < 2) {
        throw error("scores are missing");
      }
      OptionalInt classes = request.classes();
      if (m > 0 && classes.orElse(m) != m) {
        String letter = columns.logits() ? "z" : "p";
        throw rows.error(
            "expected %s of %d classes, found %d columns %s0..%s%d; "
                    .formatted(
                        columns.logits() ? "scores" : "probabilities",
                        classes.orElseThrow(),
                        m,
                        letter,
                        letter,
                        m - 1)
                + "correct the number of classes or leave it out");
      }
    }

    private boolean predictions() {
      return request.content() == TableRequest.Content.PREDICTIONS;
    }

    private LimbeckException error(String problem) {
      return rows.error(
          problem
              + (predictions()
                  ? "; the first line must be label,prediction or label,p0,p1,... with one p for"
                      + " each class"
                  : "; the first line must be label,z0,z1,... for logits or label,p0,p1,... for"
                      + " probabilities, with one column for each of two classes or more"));
    }
  }
}
