package org.limbeck.study;

import java.util.List;

/** Where the runs of a study are done. */
public interface RunLauncher {
  /**
   * One run to do.
   *
   * @param threads it works with
   * @param then the runs that may start once it is done
   */
  record Node(Runnable run, int threads, List<Node> then) {
    public Node {
      then = List.copyOf(then);
    }
  }

  /**
   * Does all runs, those of {@link Node#then} after their parent; returns when all are done.
   *
   * <p>The first failure stops what has not begun and is thrown when what had begun is over.
   */
  void launch(List<Node> roots);
}
