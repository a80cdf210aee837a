package org.limbeck.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.gate.exact.Level;
import org.limbeck.metric.Holm;

/** Verdicts on pairs, and the verdict that follows from them. */
record Judge(List<Pair> pairs, Level level) {
  /** The verdict of all pairs, without bounds. */
  Verdict verdict() {
    Verdict all = Verdict.HOLDS;
    for (Pair pair : pairs) {
      Verdict one = pair.verdict(level);
      if (one == Verdict.VIOLATED) {
        return one;
      }
      all = one == Verdict.UNDECIDED ? one : all;
    }
    return all;
  }

  /** The results of all pairs, in their order. */
  List<RuleResult> results() {
    return withAlarms(pairs.parallelStream().map(pair -> pair.result(level)).toList());
  }

  private List<RuleResult> withAlarms(List<RuleResult> results) {
    List<@Nullable Double> worse = new ArrayList<>();
    for (RuleResult result : results) {
      worse.add(result.drop() == null ? null : result.drop().mcnemarWorse());
    }
    List<@Nullable Double> holm = Holm.adjusted(worse);
    List<RuleResult> corrected = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      DropResult drop = results.get(i).drop();
      corrected.add(
          drop == null
              ? results.get(i)
              : results
                  .get(i)
                  .withDrop(drop.corrected(Objects.requireNonNull(holm.get(i)), level.d())));
    }
    return corrected;
  }
}
