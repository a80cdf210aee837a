package org.limbeck.scores.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;

/**
 * Finds the columns of scores: {@code p0,p1,...} and {@code proba_NAME} (probabilities), {@code
 * z0,z1,...} and {@code logit_NAME} (logits), {@code score_NAME}, {@code 0,1,...} and columns that
 * are named like the classes (either kind).
 */
public final class ScoreGroups {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(p|probs?|proba|probability|probabilities|softmax|z|logits?|scores?)"
              + "(?:[_:. -](.+)|(0|[1-9]\\d{0,6}))");
  private static final Pattern SEPARATOR = Pattern.compile("[_:. -]$");
  private static final Set<String> PROBABILITIES =
      Set.of("p", "prob", "probs", "proba", "probability", "probabilities", "softmax");
  private static final Set<String> LOGITS = Set.of("z", "logit", "logits");
  private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,6}");

  private final TableRows rows;
  private final ColumnRequest request;
  private final List<Integer> candidates;

  public ScoreGroups(TableRows rows, ColumnRequest request, List<Integer> candidates) {
    this.rows = rows;
    this.request = request;
    this.candidates = candidates;
  }

  /** Columns with the same beginning: the rest of their names, and where they are. */
  private record Named(String prefix, Optional<ScoreKind> kind, Map<String, Integer> suffixes) {
    Named(String prefix) {
      this(prefix, kindOf(prefix), new LinkedHashMap<>());
    }

    private static Optional<ScoreKind> kindOf(String prefix) {
      String word = SEPARATOR.matcher(prefix).replaceFirst("").toLowerCase(Locale.ROOT);
      return PROBABILITIES.contains(word)
          ? Optional.of(ScoreKind.PROBABILITIES)
          : LOGITS.contains(word) ? Optional.of(ScoreKind.LOGITS) : Optional.empty();
    }
  }

  /** The length of the beginning of a column's name that says that it holds scores, or 0. */
  private static int prefix(String name) {
    Matcher match = NAME.matcher(name);
    return match.matches() ? match.start(match.group(2) == null ? 3 : 2) : 0;
  }

  /** The columns that the request names, or whose names are those of scores; may be empty. */
  public Optional<ScoreGroup> byName() {
    List<String> named = request.columns().scores();
    if (named.size() > 1) {
      return Optional.of(listed(named));
    }
    if (named.size() == 1) {
      return Optional.of(withPrefix(named.get(0)));
    }
    List<Named> groups = groups();
    if (groups.size() > 1) {
      throw rows.error(
          "columns %s could all be scores; name the beginning of the right ones with --scores"
              .formatted(
                  HeaderText.list(
                      groups.stream()
                          .flatMap(group -> group.suffixes().values().stream())
                          .map(rows.header()::get)
                          .toList())));
    }
    return groups.stream().findFirst().map(this::ordered);
  }

  /** The columns with the names of these classes; empty unless all are there. */
  public Optional<ScoreGroup> byClasses(List<String> classes) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    candidates.forEach(column -> columns.put(rows.header().get(column), column));
    if (classes.size() < 2 || !columns.keySet().containsAll(classes)) {
      return Optional.empty();
    }
    int[] positions = classes.stream().mapToInt(name -> columns.getOrDefault(name, -1)).toArray();
    return Optional.of(group(positions, classes, request.kind()));
  }

  /** Every column that is left, each with the name of its class. */
  public Optional<ScoreGroup> all() {
    List<String> names = candidates.stream().map(rows.header()::get).toList();
    return byClasses(ClassNames.sorted(names));
  }

  private List<Named> groups() {
    Map<String, Named> groups = new LinkedHashMap<>();
    Named numbered = new Named("");
    for (int column : candidates) {
      String name = rows.header().get(column);
      int length = prefix(name);
      if (length > 0) {
        Named group = groups.computeIfAbsent(name.substring(0, length), Named::new);
        group.suffixes().put(name.substring(length), column);
      } else if (INDEX.matcher(name).matches()) {
        numbered.suffixes().put(name, column);
      }
    }
    List<Named> found = new ArrayList<>(groups.values());
    // A single column such as p_value or score_total is something else.
    found.removeIf(group -> group.suffixes().size() == 1 && !isIndexed(group));
    if (isIndexed(numbered) && numbered.suffixes().size() > 1) {
      found.add(numbered);
    }
    return found;
  }

  private static boolean isIndexed(Named group) {
    return IntStream.range(0, group.suffixes().size())
        .allMatch(y -> group.suffixes().containsKey(Integer.toString(y)));
  }

  private ScoreGroup ordered(Named group) {
    Optional<ScoreKind> kind = request.kind().or(group::kind);
    List<String> given = request.classNames();
    Map<String, Integer> suffixes = group.suffixes();
    if (!given.isEmpty() && suffixes.keySet().containsAll(given)) {
      return group(positions(suffixes, given), sized(given, suffixes.size()), kind);
    }
    boolean letters = group.prefix().equals("p") || group.prefix().equals("z");
    if (isIndexed(group) || letters) {
      List<String> names = IntStream.range(0, suffixes.size()).mapToObj(Integer::toString).toList();
      names.forEach(name -> requireColumn(group, name));
      return group(positions(suffixes, names), sized(given, names.size()), kind);
    }
    if (!given.isEmpty()) {
      throw missing(group, given);
    }
    List<String> names = ClassNames.sorted(new ArrayList<>(suffixes.keySet()));
    return group(positions(suffixes, names), names, kind);
  }

  private void requireColumn(Named group, String suffix) {
    if (!group.suffixes().containsKey(suffix)) {
      throw rows.error(
          "column '%s%s' is missing among %d columns of scores; number them from 0 on"
              .formatted(group.prefix(), suffix, group.suffixes().size()));
    }
  }

  private LimbeckException missing(Named group, List<String> given) {
    String absent =
        given.stream().filter(name -> !group.suffixes().containsKey(name)).findFirst().orElse("");
    return rows.error(
        "no column '%s%s' for class '%s'%s; name the classes as the columns do"
            .formatted(
                group.prefix(),
                absent,
                absent,
                DidYouMean.hint(absent, group.suffixes().keySet())));
  }

  private List<String> sized(List<String> given, int count) {
    if (!given.isEmpty() && given.size() != count) {
      throw rows.error(
          "expected scores of %d classes, found %d columns; correct the class names or leave them out"
              .formatted(given.size(), count));
    }
    return given;
  }

  private static int[] positions(Map<String, Integer> columns, List<String> names) {
    return names.stream().mapToInt(name -> columns.getOrDefault(name, -1)).toArray();
  }

  private ScoreGroup listed(List<String> named) {
    Set<String> distinct = new LinkedHashSet<>(named);
    if (distinct.size() < named.size()) {
      throw rows.error("--scores names a column twice; name each once");
    }
    int[] positions = named.stream().mapToInt(this::position).toArray();
    Named common = common(named);
    if (common.suffixes().size() == named.size()) {
      Named group = new Named(common.prefix());
      named.forEach(
          name -> group.suffixes().put(name.substring(common.prefix().length()), position(name)));
      return ordered(group);
    }
    List<String> given = request.classNames();
    if (!given.isEmpty()) {
      return group(positions, sized(given, named.size()), request.kind());
    }
    List<String> sorted = ClassNames.sorted(named);
    return group(sorted.stream().mapToInt(this::position).toArray(), sorted, request.kind());
  }

  /** The beginning that the names share, where it is one of scores. */
  private static Named common(List<String> named) {
    Named common = new Named("");
    for (String name : named) {
      String start = name.substring(0, prefix(name));
      if (common.suffixes().isEmpty()) {
        common = new Named(start);
      }
      if (start.isEmpty() || !start.equals(common.prefix())) {
        return new Named("");
      }
      common.suffixes().put(name, 0);
    }
    return common;
  }

  private int position(String name) {
    int column = rows.header().indexOf(name);
    if (column < 0) {
      throw rows.error(
          "no column '%s' for --scores%s".formatted(name, DidYouMean.hint(name, rows.header())));
    }
    if (!candidates.contains(column)) {
      throw rows.error("column '%s' has two uses, one by --scores; name it once".formatted(name));
    }
    return column;
  }

  private ScoreGroup withPrefix(String prefix) {
    Named group = new Named(prefix);
    for (int column : candidates) {
      String name = rows.header().get(column);
      if (name.startsWith(prefix) && name.length() > prefix.length()) {
        String suffix = name.substring(prefix.length());
        boolean separated = suffix.length() > 1 && "_:. -".indexOf(suffix.charAt(0)) >= 0;
        group.suffixes().put(separated ? suffix.substring(1) : suffix, column);
      }
    }
    if (group.suffixes().size() < 2) {
      throw rows.error(
          "%d columns begin with '%s' of --scores; the header has %s"
              .formatted(group.suffixes().size(), prefix, HeaderText.list(rows.header())));
    }
    return ordered(group);
  }

  private ScoreGroup group(int[] positions, List<String> classes, Optional<ScoreKind> kind) {
    List<String> names = IntStream.of(positions).mapToObj(rows.header()::get).toList();
    return new ScoreGroup(positions, classes, kind, HeaderText.range(names));
  }
}
