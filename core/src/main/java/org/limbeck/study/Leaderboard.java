package org.limbeck.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Interval;
import org.limbeck.metric.ParetoFront;
import org.limbeck.study.recipe.Recipe;

/**
 * The rows of a study, each teacher above its students, from run records alone.
 *
 * @param rows in the order of the plan
 */
public record Leaderboard(List<Row> rows) {

  /**
   * One row.
   *
   * @param combination what was trained
   * @param test each metric on test: mean and 95 % t-interval over seeds
   * @param difference of worst-class accuracy to standard/standard, paired over seeds; null where
   *     the study has no standard/standard, and for teachers
   * @param onFront whether no other student is better in accuracy and worst-class accuracy
   * @param selected whether this is the combination to ship
   */
  public record Row(
      Combination combination,
      Map<Metric, Interval> test,
      @Nullable Interval difference,
      boolean onFront,
      boolean selected) {
    /** A metric on test. */
    public Interval of(Metric metric) {
      Interval interval = test.get(metric);
      if (interval == null) {
        throw new IllegalStateException("no " + metric);
      }
      return interval;
    }
  }

  public Leaderboard {
    rows = List.copyOf(rows);
  }

  /** The leaderboard of finished runs, in the order they come in. */
  public static Leaderboard of(List<RunRecord> runs, SelectionPlan selection) {
    List<Combination> combinations = combinations(runs);
    List<Combination> students = combinations.stream().filter(c -> c.student() != null).toList();
    Optional<Combination> standard = students.stream().filter(Combination::isStandard).findFirst();
    Optional<Combination> selected = Selection.choose(students, selection);
    Set<Integer> front = front(students);
    List<Row> rows = new ArrayList<>();
    for (Combination combination : combinations) {
      int student = students.indexOf(combination);
      rows.add(
          new Row(
              combination,
              intervals(combination),
              student < 0 ? null : difference(combination, standard.orElse(null)),
              front.contains(student),
              selected.filter(combination::equals).isPresent()));
    }
    return new Leaderboard(rows);
  }

  private static List<Combination> combinations(List<RunRecord> runs) {
    Map<String, List<RunRecord>> grouped = new LinkedHashMap<>();
    for (RunRecord run : runs) {
      String key = combination(List.of(run)).label();
      grouped.computeIfAbsent(key, label -> new ArrayList<>()).add(run);
    }
    return grouped.values().stream().map(Leaderboard::combination).toList();
  }

  private static Combination combination(List<RunRecord> runs) {
    RunSpec spec = runs.get(0).spec();
    RunSpec.TeacherLink link = spec.teacher();
    if (spec.role() == Role.TEACHER) {
      return new Combination(spec.recipe(), null, runs);
    }
    return new Combination(link == null ? Recipe.NONE : link.recipe(), spec.recipe(), runs);
  }

  private static Map<Metric, Interval> intervals(Combination combination) {
    Map<Metric, Interval> intervals = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      intervals.put(metric, Interval.ofSeeds(combination.test(metric), SplitResult.CONFIDENCE));
    }
    return intervals;
  }

  private static @Nullable Interval difference(
      Combination combination, @Nullable Combination standard) {
    if (standard == null || !standard.seeds().equals(combination.seeds())) {
      return null;
    }
    return Interval.ofPairedDifferences(
        combination.test(Metric.WORST_CLASS_ACCURACY),
        standard.test(Metric.WORST_CLASS_ACCURACY),
        SplitResult.CONFIDENCE);
  }

  private static Set<Integer> front(List<Combination> students) {
    int[] front =
        ParetoFront.of(
            means(students, Metric.ACCURACY), means(students, Metric.WORST_CLASS_ACCURACY));
    return Arrays.stream(front).boxed().collect(Collectors.toSet());
  }

  private static double[] means(List<Combination> students, Metric metric) {
    return students.stream()
        .mapToDouble(c -> Interval.ofSeeds(c.test(metric), SplitResult.CONFIDENCE).mean())
        .toArray();
  }

  /** The row of the combination to ship; absent if none reaches the floor. */
  public Optional<Row> selected() {
    return rows.stream().filter(Row::selected).findFirst();
  }

  /** The row of standard/standard; absent if the study has none. */
  public Optional<Row> standard() {
    return rows.stream().filter(row -> row.combination().isStandard()).findFirst();
  }

  /** The teacher's objective as a table names it: with its alpha only where there are several. */
  public String teacherName(Row row) {
    Recipe teacher = row.combination().teacher();
    boolean several =
        rows.stream()
            .map(other -> other.combination().teacher())
            .anyMatch(other -> other.name().equals(teacher.name()) && !other.equals(teacher));
    return several ? teacher.label() : teacher.name();
  }

  /** The rows of students. */
  public List<Row> students() {
    return rows.stream().filter(row -> row.combination().student() != null).toList();
  }

  /** Every run, in the order of the rows. */
  public List<RunRecord> runs() {
    return rows.stream().flatMap(row -> row.combination().runs().stream()).toList();
  }
}
