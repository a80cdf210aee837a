package org.limbeck.study;

import java.util.List;
import java.util.function.Consumer;

/** Decides where and when the runs of a study are done. */
public interface RunLauncher {
  /**
   * Has all runs done, those of {@link RunNode#then} after their parent; returns when all are done.
   *
   * <p>The first failure stops what has not begun and is thrown when what had begun is over.
   *
   * @param work does one run in this process. A launcher whose runs are done elsewhere calls it for
   *     each when that is over: the run is then found finished, and listeners hear of it
   */
  void launch(List<RunNode> roots, Consumer<RunNode> work);
}
