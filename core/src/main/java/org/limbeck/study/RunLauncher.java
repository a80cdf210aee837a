package org.limbeck.study;

import java.util.List;
import java.util.function.Function;

/** Where the runs of a study are done. */
public interface RunLauncher {
  /** One run to do, and the runs that may start once it is done. */
  record Node(Runnable run, List<Node> then) {
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

  /** Maps a list to nodes without successors. */
  static <T> List<Node> leaves(List<T> items, Function<T, Runnable> run) {
    return items.stream().map(item -> new Node(run.apply(item), List.of())).toList();
  }
}
