package org.limbeck.compare;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.limbeck.metric.ClassHits;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.store.IterateResult;
import org.limbeck.store.RunRecord;
import org.limbeck.store.SplitResult;

/** Made-up results for made-up runs of two classes, for tests. */
public final class Outcomes {
  private Outcomes() {}

  /**
   * A run with other results: on both splits every example of class 0 is right, and the given
   * number of class 1.
   */
  public static RunRecord with(
      RunRecord run, int validationRight, int validationOf, int testRight, int testOf) {
    IterateResult before = run.last();
    var last =
        new IterateResult(
            before.epoch(),
            before.validationObjective(),
            before.costs(),
            new SplitResult(
                metrics(validationRight, validationOf),
                Objects.requireNonNull(before.validation()).calibration()),
            new SplitResult(
                metrics(testRight, testOf), Objects.requireNonNull(before.test()).calibration()));
    return new RunRecord(
        run.formatVersion(),
        run.id(),
        run.spec(),
        run.data(),
        run.parameters(),
        last,
        last,
        run.diagnoses(),
        run.teacherPasses(),
        run.provenance(),
        run.seconds(),
        run.files(),
        run.checksum());
  }

  private static ClassMetrics metrics(int right, int of) {
    int[] labels = IntStream.range(0, 2 * of).map(i -> i % 2).toArray();
    var rights = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      rights[i] = labels[i] == 0 || i / 2 < right;
    }
    return ClassMetrics.of(
        ClassHits.of(2, labels, rights), SplitResult.CONFIDENCE, OptionalInt.empty());
  }
}
