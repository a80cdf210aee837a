package org.limbeck.gate;

import org.limbeck.gate.exact.ExamplesNeeded;
import org.limbeck.gate.exact.Level;
import org.limbeck.gate.exact.Shares;

/** Whether the share of right predictions in a part of the test set is at least a threshold. */
record SharePair(Subject subject, int correct, int examples) implements Pair {
  @Override
  public Verdict verdict(Level level) {
    double threshold = subject.limit();
    return examples == 0
        ? Verdict.UNDECIDED
        : Verdict.of(
            Shares.holds(correct, examples, threshold, level.d()),
            Shares.violated(correct, examples, threshold, level.own()));
  }

  @Override
  public RuleResult result(Level level) {
    Verdict verdict = verdict(level);
    if (examples == 0) {
      return RuleResult.withoutExamples(subject);
    }
    return new RuleResult(
        subject.rule(),
        subject.className(),
        subject.groupName(),
        subject.limit(),
        verdict,
        (double) correct / examples,
        examples,
        correct,
        Shares.bounds(correct, examples, level.d()),
        Shares.bounds(correct, examples, level.own()),
        verdict == Verdict.UNDECIDED
            ? ExamplesNeeded.ofShare(correct, examples, subject.limit(), level)
            : ExamplesNeeded.NONE,
        null);
  }
}
