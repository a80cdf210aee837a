package org.limbeck.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.Interval;
import org.limbeck.plan.Role;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;

/**
 * The rows of a study, each teacher above its students, from run records alone.
 *
 * @param rows in the order of the plan
 * @param secondTrainings runs of students more, in which the parts of validation changed roles
 */
public record Leaderboard(List<Row> rows, int secondTrainings) {

  /**
   * One row.
   *
   * @param combination what was trained
   * @param test each metric on test: mean and 95 % t-interval over seeds or splits; those of groups
   *     only where the data have groups; empty for a foreign teacher without scores of test
   * @param comparisons of worst-class accuracy with each reference that the study has; none for
   *     teachers
   * @param front where it stands towards the front
   * @param selected whether this is the combination to ship
   */
  public record Row(
      Combination combination,
      Map<SplitMetric, Interval> test,
      Map<Reference, Comparison> comparisons,
      FrontPlace front,
      boolean selected) {
    /** A metric on test. */
    public Interval of(SplitMetric metric) {
      Interval interval = test.get(metric);
      if (interval == null) {
        throw new IllegalStateException("no " + metric);
      }
      return interval;
    }

    /** A metric on test; null where there are no results on test. */
    public @Nullable Interval find(SplitMetric metric) {
      return test.get(metric);
    }

    /** The comparison with a reference; null where there is none. */
    public @Nullable Comparison against(Reference reference) {
      return comparisons.get(reference);
    }

    /** The difference of worst-class accuracy to {@link Reference#STANDARD}; null without it. */
    public @Nullable Interval difference() {
      Comparison comparison = against(Reference.STANDARD);
      return comparison == null ? null : comparison.difference();
    }

    /** The run of the seed that a plan exports, else of the lowest. */
    public RunRecord run(SelectionPlan selection) {
      Long seed = selection.exportSeed();
      return combination.runs().stream()
          .filter(run -> seed != null && run.spec().seed() == seed)
          .findFirst()
          .orElse(combination.runs().get(0));
    }

    /** Whether no other student is better in both accuracy and worst-class accuracy. */
    public boolean onFront() {
      return front.on();
    }
  }

  public Leaderboard {
    rows = List.copyOf(rows);
  }

  /** A leaderboard without second trainings. */
  public Leaderboard(List<Row> rows) {
    this(rows, 0);
  }

  /**
   * The leaderboard of finished runs, in the order they come in. Second trainings, in which the
   * parts of validation swap roles, judge the first ones and have no rows.
   */
  public static Leaderboard of(List<RunRecord> runs, SelectionPlan selection) {
    List<RunRecord> first = runs.stream().filter(run -> !run.spec().swapsParts()).toList();
    List<RunRecord> students =
        runs.stream().filter(run -> run.spec().role() == Role.STUDENT).toList();
    var judging = new JudgedRuns(students, run -> combination(List.of(run)).label());
    List<Combination> combinations =
        combinations(first).stream()
            .map(one -> one.student() == null ? one : one.judgedBy(judging))
            .toList();
    return ofCombinations(combinations, selection, runs.size() - first.size());
  }

  private static Leaderboard ofCombinations(
      List<Combination> combinations, SelectionPlan selection, int secondTrainings) {
    List<Combination> students = combinations.stream().filter(c -> c.student() != null).toList();
    Optional<Combination> selected = Selection.choose(students, selection);
    var comparisons = new Comparisons(students);
    var fronts = new Fronts(students);
    List<Row> rows = new ArrayList<>();
    for (Combination combination : combinations) {
      rows.add(
          new Row(
              combination,
              intervals(combination),
              comparisons.of(combination),
              fronts.of(combination),
              selected.filter(combination::equals).isPresent()));
    }
    return new Leaderboard(rows, secondTrainings);
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

  private static Map<SplitMetric, Interval> intervals(Combination combination) {
    Map<SplitMetric, Interval> intervals = new EnumMap<>(SplitMetric.class);
    if (!combination.tested()) {
      return intervals;
    }
    Repeats repeats = combination.repeats();
    for (SplitMetric metric : SplitMetric.available(combination.hasGroups())) {
      intervals.put(metric, repeats.interval(combination.test(metric)));
    }
    return intervals;
  }

  /**
   * What the runs of a row repeat, of the row with most runs: a foreign teacher is the same for all
   * seeds of a split.
   */
  public Repeats repeats() {
    return rows.stream()
        .map(row -> row.combination().repeats())
        .reduce((most, next) -> next.runs() > most.runs() ? next : most)
        .orElse(new Repeats(0, 0, 0));
  }

  /** Whether the data have groups. */
  public boolean hasGroups() {
    return !tested().isEmpty() && tested().stream().allMatch(row -> row.combination().hasGroups());
  }

  /** The metrics that all rows have, in the order of tables. */
  public List<SplitMetric> metrics() {
    return SplitMetric.available(hasGroups());
  }

  /**
   * The metrics that tables show: all but worst-k where k is 1, for it is the worst class then.
   * Files have all.
   */
  public List<SplitMetric> shownMetrics() {
    return metrics().stream()
        .filter(metric -> metric != SplitMetric.WORST_K_ACCURACY || worstK() > 1)
        .toList();
  }

  /** The k of worst-k accuracy; 1 without rows. */
  public int worstK() {
    return runs().stream()
        .filter(RunRecord::hasTest)
        .mapToInt(run -> run.test().metrics().worstK().k())
        .findFirst()
        .orElse(1);
  }

  /**
   * A metric of a row on test less that of another one, like {@link #standard}, paired over seeds;
   * absent where that one is, has other seeds, or is the row itself.
   */
  public static Optional<Interval> gain(Row row, Optional<Row> over, SplitMetric metric) {
    return over.filter(other -> !other.equals(row))
        .filter(other -> other.combination().seeds().equals(row.combination().seeds()))
        .map(
            other ->
                row.combination()
                    .repeats()
                    .compared(row.combination().test(metric), other.combination().test(metric))
                    .difference());
  }

  /** The row of the combination to ship; absent if none reaches the floor. */
  public Optional<Row> selected() {
    return rows.stream().filter(Row::selected).findFirst();
  }

  /**
   * The row of standard/standard; of foreign teachers, the standard student of the selected
   * student's teacher, else of the first; absent if the study has none.
   */
  public Optional<Row> standard() {
    Optional<Recipe> teacher = selected().map(row -> row.combination().teacher());
    List<Row> all = rows.stream().filter(row -> row.combination().isStandard()).toList();
    return all.stream()
        .filter(row -> teacher.filter(row.combination().teacher()::equals).isPresent())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** How tables call a reference: {@code standard / standard}. */
  public String label(Reference reference) {
    List<String> foreign =
        rows.stream()
            .map(Row::combination)
            .filter(Reference::isForeignStandard)
            .map(Combination::label)
            .toList();
    if (reference != Reference.STANDARD || foreign.isEmpty()) {
      return reference.label();
    }
    return foreign.size() == 1 ? foreign.get(0) : "its teacher / standard";
  }

  /** The row of the student trained without a teacher; absent if the study has none. */
  public Optional<Row> baseline() {
    return rows.stream().filter(row -> row.combination().isBaseline()).findFirst();
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

  /** The rows with results on test: all but foreign teachers without scores of it. */
  public List<Row> tested() {
    return rows.stream().filter(row -> !row.test().isEmpty()).toList();
  }

  /** The rows of students. */
  public List<Row> students() {
    return rows.stream().filter(row -> row.combination().student() != null).toList();
  }

  /** Whether any row is compared with a reference. */
  public boolean has(Reference reference) {
    return rows.stream().anyMatch(row -> row.against(reference) != null);
  }

  /** Every run, in the order of the rows. */
  public List<RunRecord> runs() {
    return rows.stream().flatMap(row -> row.combination().runs().stream()).toList();
  }
}
