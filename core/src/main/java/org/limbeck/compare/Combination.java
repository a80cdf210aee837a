package org.limbeck.compare;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Baseline;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.store.RunRecord;
import org.limbeck.store.judging.Judged;

/**
 * One row of a study: a teacher objective alone, or with a student objective; over all seeds.
 *
 * @param teacher the teacher's recipe; {@link Recipe#NONE} for students without one
 * @param student the student's recipe, or null for the teacher's own row
 * @param runs one for each seed, ascending by seed; of a foreign teacher one for each split
 * @param judged what of validation judges each run, in the order of the runs, all students by the
 *     same examples; empty for a teacher, and in earlier studies
 */
public record Combination(
    Recipe teacher, @Nullable Recipe student, List<RunRecord> runs, List<Judged.Counts> judged) {
  public Combination {
    runs = runs.stream().sorted(Comparator.comparingLong(run -> run.spec().seed())).toList();
    judged = List.copyOf(judged);
  }

  /** A combination whose runs drive and judge on the whole of validation, or a teacher. */
  public Combination(Recipe teacher, @Nullable Recipe student, List<RunRecord> runs) {
    this(teacher, student, runs, List.of());
  }

  Combination judgedBy(JudgedRuns judging) {
    return new Combination(teacher, student, runs, judging.of(runs));
  }

  /**
   * Whether the teacher and the student both minimise the standard objective, or the student does
   * and its teacher was trained elsewhere.
   */
  public boolean isStandard() {
    return Reference.STANDARD.matches(this) || Reference.isForeignStandard(this);
  }

  /** Whether it is a student that is trained without a teacher, to compare distillation with. */
  public boolean isBaseline() {
    return student != null && teacher.equals(Recipe.NONE) && Baseline.matches(student);
  }

  /** The seeds, ascending. */
  public List<Long> seeds() {
    return runs.stream().map(run -> run.spec().seed()).toList();
  }

  /** Whether there are results on test: a foreign teacher may have no scores of it. */
  public boolean tested() {
    return runs.stream().allMatch(RunRecord::hasTest);
  }

  /** Whether its runs have results on test, and their data have groups. */
  public boolean hasGroups() {
    return tested() && runs.stream().allMatch(run -> run.test().groups() != null);
  }

  /** What its runs repeat, where they are measured on test. */
  public Repeats repeats() {
    return Repeats.of(runs);
  }

  /** What its runs repeat, where they are measured on the examples that judge them. */
  Repeats repeatsJudged() {
    return Repeats.measuredOn(
        runs,
        judged.stream()
            .flatMap(counts -> counts.classes().examples().stream())
            .mapToLong(Integer::longValue)
            .sum());
  }

  /** A metric on the test split, one value for each seed. */
  public double[] test(SplitMetric metric) {
    return runs.stream().mapToDouble(run -> metric.of(run.test())).toArray();
  }

  /** The mean of a metric on the validation split. */
  public double validationMean(SplitMetric metric) {
    return runs.stream().mapToDouble(run -> metric.of(run.validation())).average().orElseThrow();
  }

  /** How messages call it: {@code standard / robust(0.5)}. */
  public String label() {
    return teacher.label() + (student == null ? "" : " / " + student.label());
  }
}
