package org.limbeck.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.store.TeacherPasses;

/**
 * The forward passes that the score caches of a study saved, over all its teachers.
 *
 * @param needed forward passes if each student's training loop ran its teacher
 * @param computed passes that were made
 */
public record SavedPasses(long needed, long computed) {

  /** The passes of a study's students; absent where none had a score cache. */
  public static Optional<SavedPasses> of(List<RunRecord> runs) {
    long needed = 0;
    Map<String, Long> computed = new HashMap<>();
    for (RunRecord run : runs) {
      TeacherPasses passes = run.teacherPasses();
      RunSpec.TeacherLink teacher = run.spec().teacher();
      if (passes != null && teacher != null) {
        needed += passes.needed();
        // A cache only grows: the student that was done last saw all of it.
        computed.merge(teacher.runId(), passes.cached(), Math::max);
      }
    }
    return needed == 0
        ? Optional.empty()
        : Optional.of(
            new SavedPasses(needed, computed.values().stream().mapToLong(Long::longValue).sum()));
  }

  /** Passes that were not made because another student had needed the same; never negative. */
  public long saved() {
    return Math.max(0, needed - computed);
  }

  /** In words, for people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%,d teacher passes needed, %,d computed, %.0f %% saved by the score cache",
        needed,
        computed,
        100.0 * saved() / needed);
  }
}
