package org.limbeck.study;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.train.EpochRecord;

/**
 * Passes the events of a study on to several listeners. An exception of one of them disturbs
 * neither the study nor the other listeners: the first exception of each is reported, and it still
 * receives later events. Errors, such as {@link OutOfMemoryError}, are thrown on.
 */
public final class StudyListeners implements StudyListener {
  private final List<StudyListener> listeners;
  private final Consumer<String> report;
  private final Set<StudyListener> failed =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  private final Set<String> notes = ConcurrentHashMap.newKeySet();

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

  /** Passes a note on once, though the runs of several seeds have it. */
  @Override
  public void onNote(String note) {
    if (notes.add(note)) {
      tell(listener -> listener.onNote(note));
    }
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
