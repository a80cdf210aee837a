package org.limbeck.gate;

/** Whether the share of right predictions in a part of the test set is at least a threshold. */
record SharePair(Subject subject, int correct, int examples) implements Pair {
  @Override
  public Verdict verdict(Level level) {
    return Shares.verdict(correct, examples, subject.limit(), level.d(), level.pairs());
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
            ? ShareNeeds.of(correct, examples, subject.limit(), level)
            : ExamplesNeeded.NONE,
        null);
  }
}
