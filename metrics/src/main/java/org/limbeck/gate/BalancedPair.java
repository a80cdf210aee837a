package org.limbeck.gate;

import org.jspecify.annotations.Nullable;
import org.limbeck.gate.exact.Bounds;
import org.limbeck.gate.exact.ExamplesNeeded;
import org.limbeck.gate.exact.Level;
import org.limbeck.metric.ClopperPearson;

/**
 * Whether the mean of the class accuracies is at least a threshold.
 *
 * <p>Its bounds are the means of the class bounds at d/m, which are right for all classes at once.
 * A class without examples has the bounds 0 and 1.
 */
record BalancedPair(Subject subject, PartCounts classes) implements Pair {
  @Override
  public Verdict verdict(Level level) {
    return verdict(mean(level.d(), true), level);
  }

  private Verdict verdict(double lower, Level level) {
    if (lower >= subject.limit()) {
      return Verdict.HOLDS; // the upper bound is above the lower one, so it is not below the limit
    }
    return mean(level.own(), false) < subject.limit() ? Verdict.VIOLATED : Verdict.UNDECIDED;
  }

  @Override
  public RuleResult result(Level level) {
    var bounds = new Bounds(mean(level.d(), true), mean(level.d(), false));
    Verdict verdict = verdict(bounds.lower(), level);
    Double estimate = estimate();
    return new RuleResult(
        subject.rule(),
        null,
        null,
        subject.limit(),
        verdict,
        estimate,
        classes.totalExamples(),
        classes.totalCorrect(),
        bounds,
        new Bounds(mean(level.own(), true), mean(level.own(), false)),
        verdict == Verdict.UNDECIDED && estimate != null
            ? ExamplesNeeded.ofBalanced(
                classes.examples(), classes.correct(), subject.limit(), level)
            : ExamplesNeeded.NONE,
        null);
  }

  /** The mean of the class bounds at d/m. */
  private double mean(double d, boolean lower) {
    double level = 1 - d / classes.size();
    double sum = 0;
    for (int y = 0; y < classes.size(); y++) {
      int n = classes.examples().get(y);
      int k = classes.correct().get(y);
      if (n > 0) {
        sum += lower ? ClopperPearson.lower(k, n, level) : ClopperPearson.upper(k, n, level);
      } else {
        sum += lower ? 0 : 1;
      }
    }
    return sum / classes.size();
  }

  /** The mean of the class accuracies; {@code null} if a class has no examples. */
  private @Nullable Double estimate() {
    double sum = 0;
    for (int y = 0; y < classes.size(); y++) {
      if (classes.examples().get(y) == 0) {
        return null;
      }
      sum += (double) classes.correct().get(y) / classes.examples().get(y);
    }
    return sum / classes.size();
  }
}
