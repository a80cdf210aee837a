package org.limbeck.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limbeck.metric.FewExamples;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.store.RunRecord;

/**
 * What a user has to know before shipping the student of a study, one sentence each; "it" is the
 * selected student.
 */
public final class ShipWarnings {
  private ShipWarnings() {}

  /** The warnings of a study; none for a sound choice. */
  public static List<String> of(Leaderboard leaderboard, SelectionPlan selection) {
    List<String> warnings = new ArrayList<>();
    Shipped.of(leaderboard, selection)
        .ifPresent(
            shipped ->
                Stream.of(
                        withoutTeacher(leaderboard, shipped.row()),
                        zeroOnTest(shipped),
                        zeroOnValidation(leaderboard, shipped.row(), selection),
                        fewOnTest(shipped),
                        fewOnValidation(leaderboard, shipped.row(), selection))
                    .flatMap(Optional::stream)
                    .forEach(warnings::add));
    betterTeacher(leaderboard).ifPresent(warnings::add);
    return List.copyOf(warnings);
  }

  private static Optional<String> withoutTeacher(Leaderboard leaderboard, Leaderboard.Row row) {
    boolean taught = leaderboard.students().stream().anyMatch(other -> !isUntaught(other));
    return taught && isUntaught(row)
        ? Optional.of(
            "Distillation gained nothing: it was trained without a teacher, and no student of a"
                + " teacher is better on validation.")
        : Optional.empty();
  }

  private static boolean isUntaught(Leaderboard.Row student) {
    return student.combination().teacher().equals(Recipe.NONE);
  }

  private static Optional<String> zeroOnTest(Shipped shipped) {
    List<RunRecord> runs = shipped.row().combination().runs();
    long zero = runs.stream().filter(ShipWarnings::isZero).count();
    if (zero == 0) {
      return Optional.empty();
    }
    String seeds = runs.size() == 1 ? "" : " in %d of %d seeds".formatted(zero, runs.size());
    String exported =
        isZero(shipped.run())
            ? ": seed %d, which is exported, gets no test example of class %s right"
                .formatted(shipped.seed(), shipped.worstClass())
            : "; seed %d, which is exported, is not among them".formatted(shipped.seed());
    return Optional.of("0 % on its worst class" + seeds + exported + ".");
  }

  private static boolean isZero(RunRecord run) {
    return run.test().metrics().worstClassAccuracy() == 0;
  }

  private static Optional<String> zeroOnValidation(
      Leaderboard leaderboard, Leaderboard.Row row, SelectionPlan plan) {
    Optional<Choice> choice = Choice.of(leaderboard, plan);
    String words =
        choice
            .map(Choice::measure)
            .map(JudgedMeasure::words)
            .orElse(SplitMetric.chosenBy(plan).words());
    double best =
        choice
            .map(made -> made.judged(row.combination()))
            .orElseGet(() -> row.combination().validationMean(SplitMetric.chosenBy(plan)));
    return best > 0
        ? Optional.empty()
        : Optional.of(
            "Its %s on validation is 0 %% in every seed, so %saccuracy decided the choice."
                .formatted(words, choice.isPresent() ? "" : "balanced "));
  }

  private static Optional<String> fewOnTest(Shipped shipped) {
    return shipped.few()
        ? Optional.of(
            "Its worst class on test, %s, has few examples (%d, fewer than %d): read the bound, not the accuracy."
                .formatted(shipped.worstClass(), shipped.worstClassExamples(), FewExamples.TEST))
        : Optional.empty();
  }

  private static Optional<String> fewOnValidation(
      Leaderboard leaderboard, Leaderboard.Row row, SelectionPlan plan) {
    Map<String, Integer> few = new LinkedHashMap<>();
    deciding(Choice.of(leaderboard, plan), row.combination(), plan)
        .filter(part -> FewExamples.onValidation(part.examples()))
        .forEach(part -> few.merge(part.name(), part.examples(), Math::min));
    return few.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Few validation examples decided the choice (fewer than %d): %s."
                .formatted(
                    FewExamples.VALIDATION,
                    few.entrySet().stream()
                        .map(part -> part.getKey() + " has " + part.getValue())
                        .collect(Collectors.joining(", "))));
  }

  /** The worst part of each run, on what judged it. */
  private static Stream<WorstPart> deciding(
      Optional<Choice> choice, Combination selected, SelectionPlan plan) {
    return choice
        .map(
            made ->
                IntStream.range(0, selected.judged().size())
                    .mapToObj(
                        i ->
                            WorstPart.judged(
                                selected.runs().get(i), selected.judged().get(i), made.measure())))
        .orElseGet(
            () ->
                selected.runs().stream()
                    .map(run -> WorstPart.onValidation(run, SplitMetric.chosenBy(plan))));
  }

  private static Optional<String> betterTeacher(Leaderboard leaderboard) {
    Optional<Leaderboard.Row> student = leaderboard.students().stream().max(byWorstClass());
    return leaderboard.tested().stream()
        .filter(row -> row.combination().student() == null)
        .max(byWorstClass())
        .filter(teacher -> student.filter(best -> worst(best) < worst(teacher)).isPresent())
        .map(teacher -> betterTeacher(teacher, student.orElseThrow()));
  }

  private static String betterTeacher(Leaderboard.Row teacher, Leaderboard.Row student) {
    return String.format(
        Locale.ROOT,
        "A teacher beats every student on the worst class of test: teacher %s has %.1f %%, the best"
            + " student, %s, has %.1f %% (means over seeds).",
        teacher.combination().label(),
        100 * worst(teacher),
        student.combination().label(),
        100 * worst(student));
  }

  private static Comparator<Leaderboard.Row> byWorstClass() {
    return Comparator.comparingDouble(ShipWarnings::worst);
  }

  private static double worst(Leaderboard.Row row) {
    return row.of(SplitMetric.WORST_CLASS_ACCURACY).mean();
  }
}
