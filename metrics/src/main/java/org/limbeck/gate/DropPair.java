package org.limbeck.gate;

import org.limbeck.gate.exact.Drops;
import org.limbeck.gate.exact.ExamplesNeeded;
import org.limbeck.gate.exact.Level;

/** Whether the accuracy of a class drops by less than a margin. */
record DropPair(Subject subject, int baselineOnly, int candidateOnly, int correct, int examples)
    implements Pair {
  @Override
  public Verdict verdict(Level level) {
    double margin = subject.limit();
    return examples == 0
        ? Verdict.UNDECIDED
        : Verdict.of(
            Drops.holds(baselineOnly, candidateOnly, examples, margin, level.d()),
            Drops.violated(baselineOnly, candidateOnly, examples, margin, level.own()));
  }

  @Override
  public RuleResult result(Level level) {
    if (examples == 0) {
      return RuleResult.withoutExamples(subject);
    }
    Verdict verdict = verdict(level);
    return new RuleResult(
        subject.rule(),
        subject.className(),
        subject.groupName(),
        subject.limit(),
        verdict,
        (double) (baselineOnly - candidateOnly) / examples,
        examples,
        correct,
        Drops.bounds(baselineOnly, candidateOnly, examples, level.d()),
        Drops.bounds(baselineOnly, candidateOnly, examples, level.own()),
        verdict == Verdict.UNDECIDED
            ? ExamplesNeeded.ofDrop(baselineOnly, candidateOnly, examples, subject.limit(), level)
            : ExamplesNeeded.NONE,
        new DropResult(
            baselineOnly,
            candidateOnly,
            Drops.mcnemarTwoSided(baselineOnly, candidateOnly),
            Drops.mcnemarWorse(baselineOnly, candidateOnly),
            1,
            false,
            ExamplesNeeded.withoutChange(subject.limit(), level.d())));
  }
}
