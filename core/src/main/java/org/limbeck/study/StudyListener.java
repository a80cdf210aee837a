package org.limbeck.study;

import org.limbeck.data.DecodingListener;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.train.EpochRecord;

/**
 * Receives the events of a study; called on the threads of the runs, several at once, so
 * implementations must be quick and thread-safe.
 */
public interface StudyListener extends DecodingListener {
  /** Ignores all events. */
  StudyListener NONE = new StudyListener() {};

  /** The study's images are being decoded, which happens once on a machine. */
  @Override
  default void decoded(int done, int total) {}

  /** There is something that people should know about the data before the study begins. */
  default void onNote(String note) {}

  /** It is known how runs share the cores. */
  default void onParallelism(Parallelism parallelism) {}

  /**
   * The study begins.
   *
   * @param runs all its runs
   * @param finished those found finished
   * @param work of all runs that are not, in units that {@link #onProgress} counts
   */
  default void onBegin(int runs, int finished, double work) {}

  /** A run was found damaged and will be done again. */
  default void onDamaged(String runId) {}

  /** A run resumes from its checkpoint: that part of its work was done before. */
  default void onResume(RunSpec spec, double work) {}

  /** That work was done since the last call for this run; twice a second at most. */
  default void onProgress(RunSpec spec, double work) {}

  /** An epoch of some run has ended. */
  default void onEpoch(RunSpec spec, EpochRecord epoch) {}

  /** A run has ended. */
  default void onFinished(RunRecord run) {}
}
