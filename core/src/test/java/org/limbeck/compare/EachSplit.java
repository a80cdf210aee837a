package org.limbeck.compare;

import java.util.List;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;

/** Made-up runs of which each seed has its own split, for tests. */
public final class EachSplit {
  private EachSplit() {}

  /** The same runs, the split seed of each its seed. */
  public static List<RunRecord> of(List<RunRecord> runs) {
    return runs.stream().map(EachSplit::of).toList();
  }

  private static RunRecord of(RunRecord run) {
    RunSpec spec = run.spec();
    var own =
        new RunSpec(
            spec.formatVersion(),
            spec.dataFingerprint(),
            spec.seed(),
            spec.role(),
            spec.recipe(),
            spec.network(),
            spec.training(),
            spec.seed(),
            spec.teacher());
    return new RunRecord(
        run.formatVersion(),
        run.id(),
        own,
        run.data(),
        run.parameters(),
        run.last(),
        run.delivered(),
        run.diagnoses(),
        run.teacherPasses(),
        run.provenance(),
        run.seconds(),
        run.files(),
        run.checksum());
  }
}
