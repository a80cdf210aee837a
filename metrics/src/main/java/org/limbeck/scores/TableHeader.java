package org.limbeck.scores;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.scores.column.HeaderText;
import org.limbeck.scores.column.Roles;
import org.limbeck.scores.column.ScoreGroup;
import org.limbeck.scores.column.ScoreGroups;
import org.limbeck.scores.column.ScoreKind;
import org.limbeck.scores.column.TableRows;

/** What the columns of a table hold, from their names. */
final class TableHeader {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

  /** As pandas calls the numbers of rows. */
  private static final Pattern ROW_NUMBERS = Pattern.compile("|index|Unnamed: \\d+");

  private final TableRows rows;
  private final TableRequest request;
  private final Roles roles;
  private final ScoreGroups groups;
  private final Optional<ScoreGroup> found;

  /** Columns of a table. */
  record Columns(Roles roles, ScoreGroup scores) {}

  TableHeader(TableRows rows, TableRequest request) {
    this.rows = rows;
    this.request = request;
    checkHeader();
    roles = Roles.of(rows, request.ofColumns());
    groups = new ScoreGroups(rows, request.ofColumns(), roles.rest());
    found = groups.byName();
  }

  private void checkHeader() {
    List<String> names = rows.header();
    if (names.size() == 1 && names.get(0).matches(".*[;\\t|].*")) {
      throw rows.error(
          "one column only, '%s'; separate columns by commas, semicolons or tabs (pandas: to_csv(sep=','))"
              .formatted(names.get(0)));
    }
    boolean numbers = names.stream().allMatch(name -> NUMBER.matcher(name).matches());
    if (numbers && !isCounted(names)) {
      throw error("numbers instead of a header");
    }
  }

  /** Whether they are 0, 1, ..., as pandas numbers columns. */
  private static boolean isCounted(List<String> names) {
    return names.size() > 1
        && IntStream.range(0, names.size()).allMatch(y -> names.get(y).equals("" + y));
  }

  Roles roles() {
    return roles;
  }

  /** Whether columns of scores may have the names of the classes. */
  boolean needsClasses() {
    return found.isEmpty()
        && request.classNames().isEmpty()
        && roles.rest().size() > 1
        && (roles.label() != Roles.NONE || request.labels().isPresent());
  }

  /**
   * The columns of a table with labels.
   *
   * @param classes what the rows say of columns with the names of classes
   */
  Columns columns(ClassColumns classes) {
    boolean given = !request.classNames().isEmpty();
    List<String> names = given ? request.classNames() : classes.classes();
    ScoreGroup scores = found.or(() -> groups.byClasses(names)).orElse(ScoreGroup.NONE);
    if (found.isEmpty() && !given && scores.size() > 0) {
      requireAll(scores, classes.numeric());
    }
    if (roles.label() == Roles.NONE && request.labels().isEmpty()) {
      throw isCounted(rows.header())
          ? error("numbers instead of a header, or scores without labels")
          : error("column 'label' is missing, and no other is named like labels");
    }
    check(scores);
    return new Columns(roles, scores);
  }

  /** A class may have no examples, and its column would be left out. */
  private void requireAll(ScoreGroup scores, Set<Integer> numeric) {
    List<String> others =
        roles.rest().stream()
            .filter(column -> numeric.contains(column) && !scores.used().contains(column))
            .map(rows.header()::get)
            .filter(name -> !ROW_NUMBERS.matcher(name).matches())
            .toList();
    if (!others.isEmpty()) {
      throw rows.error(
          "columns %s have the names of labels, and %s could be scores of classes without examples; list the classes with --classes, or leave the others out with --ignore"
              .formatted(scores.shown(), HeaderText.quoted(others)));
    }
  }

  private void check(ScoreGroup scores) {
    if (scores.size() == 0 && !predictions()) {
      throw error("scores are missing");
    }
    if (scores.size() == 0 && roles.prediction() == Roles.NONE) {
      throw error("column 'prediction' is missing, and so are probabilities");
    }
    if (scores.size() == 1) {
      throw error("scores are missing for all classes but that of '%s'".formatted(scores.shown()));
    }
    OptionalInt classes = request.expectedClasses();
    if (scores.size() > 0 && classes.orElse(scores.size()) != scores.size()) {
      throw rows.error(
          "expected %s of %d classes, found %d columns %s; correct the number of classes or leave it out"
              .formatted(
                  scores.kind().map(ScoreKind::label).orElse("scores"),
                  classes.orElseThrow(),
                  scores.size(),
                  scores.shown()));
    }
  }

  /** The scores of a table whose labels do not matter. */
  ScoreGroup scoresAlone() {
    List<String> names = request.classNames();
    ScoreGroup scores =
        found
            .or(() -> names.isEmpty() ? groups.all() : groups.byClasses(names))
            .orElseThrow(
                () ->
                    rows.error(
                        "no columns of scores; name them p0,p1,... (probabilities), z0,z1,... (logits) or like the classes, or name the beginning of their names with --scores; the header has "
                            + HeaderText.list(rows.header())));
    int expected = request.expectedClasses().orElse(scores.size());
    if (expected != scores.size()) {
      throw rows.error(
          "expected scores of %d classes, found %d columns %s"
              .formatted(expected, scores.size(), scores.shown()));
    }
    return scores;
  }

  private boolean predictions() {
    return request.content() == TableRequest.Content.PREDICTIONS;
  }

  private LimbeckException error(String problem) {
    return rows.error(
        problem
            + (predictions()
                ? "; the first line must be label,prediction or label,p0,p1,... with one p for each class, or name the columns with --label, --prediction and --scores"
                : "; the first line must be label,z0,z1,... for logits or label,p0,p1,... for probabilities, with one column for each of two classes or more, or name the columns with --label and --scores")
            + "; it has "
            + HeaderText.list(rows.header()));
  }
}
