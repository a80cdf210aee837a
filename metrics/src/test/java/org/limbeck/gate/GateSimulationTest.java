package org.limbeck.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Releases at the boundary: wrong verdicts are rarer than the gate promises. */
class GateSimulationTest {
  private static final int RELEASES = 3000;
  private static final double MOST = RELEASES * (0.05 + 3 * Math.sqrt(0.05 * 0.95 / RELEASES));
  private static final int CLASSES = 10;
  private static final Gate GATE =
      Gate.of(Requirement.worstClass(0.7), Requirement.maxDrop(0.05), Requirement.accuracy(0.7));

  /** One release: right predictions of candidate and baseline for each class. */
  private static GateCounts release(Random random, double worst, double drop) {
    var examples = new int[CLASSES];
    var correct = new int[CLASSES];
    var baselineOnly = new int[CLASSES];
    var candidateOnly = new int[CLASSES];
    for (int y = 0; y < CLASSES; y++) {
      examples[y] = 30 + 70 * y;
      double rate = y == 0 ? worst : 0.95;
      double lost = y == 0 ? drop : 0;
      for (int i = 0; i < examples[y]; i++) {
        double draw = random.nextDouble();
        boolean candidate = draw < rate;
        boolean baseline = draw < rate - 0.02 || (draw >= rate && draw < rate + 0.02 + lost);
        correct[y] += candidate ? 1 : 0;
        baselineOnly[y] += baseline && !candidate ? 1 : 0;
        candidateOnly[y] += candidate && !baseline ? 1 : 0;
      }
    }
    List<String> names = IntStream.range(0, CLASSES).mapToObj(y -> "class " + y).toList();
    return GateCounts.of(PartCounts.of(names, examples, correct))
        .withDrops(DropCounts.of(baselineOnly, candidateOnly));
  }

  private static long count(Verdict verdict, double worst, double drop) {
    var random = new Random(5);
    return IntStream.range(0, RELEASES)
        .mapToObj(i -> release(random, worst, drop))
        .filter(counts -> GATE.verdict(counts) == verdict)
        .count();
  }

  @Test
  void verdicts_justViolated_seldomHold() {
    assertThat(count(Verdict.HOLDS, 0.6999, 0)).isLessThan((long) MOST);
    assertThat(count(Verdict.HOLDS, 0.9, 0.0501)).isLessThan((long) MOST);
  }

  @Test
  void verdicts_allClassesAtTheBoundary_areSeldomViolated() {
    var random = new Random(6);
    Gate worst = Gate.of(Requirement.worstClass(0.7));
    List<String> names = IntStream.range(0, 50).mapToObj(y -> "class " + y).toList();
    var examples = new int[50];
    Arrays.fill(examples, 100);
    long violated = 0;
    for (int i = 0; i < RELEASES; i++) {
      var correct = new int[50];
      Arrays.setAll(
          correct,
          y -> (int) IntStream.range(0, 100).filter(j -> random.nextDouble() < 0.7).count());
      Verdict verdict = worst.verdict(GateCounts.of(PartCounts.of(names, examples, correct)));
      violated += verdict == Verdict.VIOLATED ? 1 : 0;
    }
    assertThat(violated).isLessThan((long) MOST).isGreaterThan(0);
  }

  @Test
  void verdicts_justMet_areSeldomViolated() {
    assertThat(count(Verdict.VIOLATED, 0.7, 0.0499)).isLessThan((long) MOST);
  }
}
