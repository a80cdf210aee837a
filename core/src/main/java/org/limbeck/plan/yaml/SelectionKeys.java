package org.limbeck.plan.yaml;

import java.util.List;
import java.util.Optional;
import org.limbeck.objective.Strata;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Scalars;
import org.limbeck.plan.key.Section;

/** The section {@code select}. */
final class SelectionKeys {
  private static final Key<SelectionPlan, Optional<Double>> MIN_ACCURACY =
      new Key<>(
          "minAccuracy",
          Kind.optional("number", "a number in [0, 1]", Scalars::share),
          "Lowest mean validation accuracy of the combination to ship; no floor where left out.",
          plan -> Optional.ofNullable(plan.minAccuracy()));
  private static final Key<SelectionPlan, Optional<Long>> EXPORT_SEED =
      new Key<>(
          "exportSeed",
          Kind.optional("integer", "an integer", Scalars::whole),
          "The seed whose student is exported; the lowest where left out.",
          plan -> Optional.ofNullable(plan.exportSeed()));
  private static final Key<SelectionPlan, Strata.By> BY =
      new Key<>(
          "by",
          Kind.word(Strata.By.class),
          "The parts of the data of which the worst decides; each class where left out.",
          plan -> plan.by() == Strata.By.CLASS ? null : plan.by());

  static final List<Entry<SelectionPlan>> KEYS = List.of(MIN_ACCURACY, EXPORT_SEED, BY);

  private SelectionKeys() {}

  /**
   * Reads all keys.
   *
   * @param seeds of the study
   */
  static SelectionPlan read(Section select, List<Long> seeds) {
    Optional<Double> floor = MIN_ACCURACY.read(select, Optional.empty());
    Optional<Long> seed = EXPORT_SEED.read(select, Optional.empty());
    if (seed.isPresent() && !seeds.contains(seed.get())) {
      EXPORT_SEED.problem(select, "%d is not among the seeds %s".formatted(seed.get(), seeds));
    }
    Strata.By by = BY.read(select, Strata.By.CLASS);
    select.finish();
    return new SelectionPlan(floor.orElse(null), seed.filter(seeds::contains).orElse(null), by);
  }
}
