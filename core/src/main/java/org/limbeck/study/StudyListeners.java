package org.limbeck.study;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.train.EpochRecord;

/**
 * Tells several listeners of a study. One that throws an exception does not disturb the study or
 * the other listeners; it is reported once and told of later events nonetheless. Errors, as of
 * memory that has run out, are passed on.
 */
public final class StudyListeners implements StudyListener {
  private final List<StudyListener> listeners;
  private final Consumer<String> report;
  private final Set<StudyListener> failed =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  /**
   * Several listeners as one.
   *
   * @param report is given a sentence for each listener that has thrown an exception
   */
  public StudyListeners(List<StudyListener> listeners, Consumer<String> report) {
    this.listeners = List.copyOf(listeners);
    this.report = report;
  }

  private void tell(Consumer<StudyListener> event) {
    for (StudyListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        if (failed.add(listener)) {
          report.accept(
              "the listener %s has failed, the study continues: %s"
                  .formatted(listener.getClass().getName(), e));
        }
      }
    }
  }

  @Override
  public void decoded(int done, int total) {
    tell(listener -> listener.decoded(done, total));
  }

  @Override
  public void onNote(String note) {
    tell(listener -> listener.onNote(note));
  }

  @Override
  public void onParallelism(Parallelism parallelism) {
    tell(listener -> listener.onParallelism(parallelism));
  }

  @Override
  public void onBegin(int runs, int finished, double work) {
    tell(listener -> listener.onBegin(runs, finished, work));
  }

  @Override
  public void onDamaged(String runId) {
    tell(listener -> listener.onDamaged(runId));
  }

  @Override
  public void onResume(RunSpec spec, double work) {
    tell(listener -> listener.onResume(spec, work));
  }

  @Override
  public void onProgress(RunSpec spec, double work) {
    tell(listener -> listener.onProgress(spec, work));
  }

  @Override
  public void onEpoch(RunSpec spec, EpochRecord epoch) {
    tell(listener -> listener.onEpoch(spec, epoch));
  }

  @Override
  public void onFinished(RunRecord run) {
    tell(listener -> listener.onFinished(run));
  }
}
