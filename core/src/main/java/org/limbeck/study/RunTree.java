package org.limbeck.study;

import java.util.ArrayList;
import java.util.List;

/**
 * A run, and the runs that need its files: under a teacher its students, under a run those that
 * only change its scores.
 *
 * @param task the run
 * @param asked whether the plan asks for it; if not, only runs under it do
 * @param then what comes after it
 */
record RunTree(RunTask task, boolean asked, List<RunTree> then) {
  RunTree {
    then = List.copyOf(then);
  }

  /** All runs of some trees, each before those under it. */
  static List<RunTree> flat(List<RunTree> trees) {
    List<RunTree> all = new ArrayList<>();
    for (RunTree tree : trees) {
      all.add(tree);
      all.addAll(flat(tree.then));
    }
    return all;
  }
}
