package org.limbeck.study;

import java.util.List;

/**
 * A run to do and the runs that depend on it, as data: all that a launcher needs to know.
 *
 * @param runId of the run
 * @param threads LibTorch threads it computes with, which decide its last bits
 * @param then runs that need its files: under a teacher its students, under a run those that only
 *     change its scores
 */
public record RunNode(String runId, int threads, List<RunNode> then) {
  public RunNode {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: expected 1 or more, found " + threads);
    }
    then = List.copyOf(then);
  }
}
