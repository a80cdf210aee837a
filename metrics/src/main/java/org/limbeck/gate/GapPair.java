package org.limbeck.gate;

import org.limbeck.gate.exact.Bounds;
import org.limbeck.gate.exact.ExamplesNeeded;
import org.limbeck.gate.exact.Level;

/** Whether the largest calibration gap of a class is at most a limit; approximate. */
record GapPair(Subject subject, CalibrationGap gap, int correct) implements Pair {
  @Override
  public Verdict verdict(Level level) {
    boolean known = gap.value() != null && !gap.resampled().isEmpty();
    return known && gap.bounds(level.d()).upper() <= subject.limit()
        ? Verdict.HOLDS
        : Verdict.UNDECIDED;
  }

  @Override
  public RuleResult result(Level level) {
    if (gap.value() == null || gap.resampled().isEmpty()) {
      return RuleResult.withoutExamples(subject);
    }
    // Never violated, so its verdict has one level only.
    Bounds bounds = gap.bounds(level.d());
    return new RuleResult(
        subject.rule(),
        gap.className(),
        null,
        subject.limit(),
        verdict(level),
        gap.value(),
        gap.examples(),
        correct,
        bounds,
        bounds,
        ExamplesNeeded.NONE,
        null);
  }
}
