package org.limbeck.compare;

import java.util.Optional;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.FewExamples;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.store.RunRecord;

/**
 * The student that a study ships: one run of the selected row, with its own results, which are not
 * the means of the row.
 *
 * @param row that is selected
 * @param run of the row, of the seed that the study exports
 */
public record Shipped(Leaderboard.Row row, RunRecord run) {
  /** The student of a study; empty where none is selected. */
  public static Optional<Shipped> of(Leaderboard leaderboard, SelectionPlan selection) {
    return leaderboard.selected().map(row -> new Shipped(row, row.run(selection)));
  }

  /** The seed that trained it. */
  public long seed() {
    return run.spec().seed();
  }

  /** Its results on test. */
  public ClassMetrics test() {
    return run.test().metrics();
  }

  /** The name of its worst class on test. */
  public String worstClass() {
    return run.data().classNames().get(test().worstClass());
  }

  /** The number of test examples of its worst class. */
  public int worstClassExamples() {
    return test().classCount().get(test().worstClass());
  }

  /** Whether its worst class has few test examples. */
  public boolean few() {
    return FewExamples.onTest(worstClassExamples());
  }
}
