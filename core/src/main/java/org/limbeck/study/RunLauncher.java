package org.limbeck.study;

import java.util.List;
import java.util.function.Consumer;

/** Decides where and when the runs of a study are done. */
public interface RunLauncher {
  /**
   * Does all runs, those of {@link RunNode#then} after the run that they need; returns when all are
   * done.
   *
   * <p>After a failure no other run begins; the first failure is thrown when the runs that had
   * begun have ended.
   *
   * @param work does one run in this process. A launcher that does a run elsewhere calls it when
   *     that run has ended: {@code work} then finds it finished and tells the listeners
   */
  void launch(List<RunNode> roots, Consumer<RunNode> work);
}
