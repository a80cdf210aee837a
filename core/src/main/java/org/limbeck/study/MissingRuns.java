package org.limbeck.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs of a study that are not finished, as trees for a launcher. */
final class MissingRuns {
  private static final String NOTHING = "";

  private final Map<String, List<RunTask>> byNeed;
  private final Set<String> finished;
  private final Parallelism parallelism;

  MissingRuns(List<RunTask> tasks, Set<String> finished, Parallelism parallelism) {
    byNeed = tasks.stream().collect(Collectors.groupingBy(MissingRuns::need));
    this.finished = finished;
    this.parallelism = parallelism;
  }

  private static String need(RunTask task) {
    String needs = task.planned().needs();
    return needs == null ? NOTHING : needs;
  }

  /** The runs that may start now, in the order of the plan. */
  List<RunNode> roots() {
    return after(NOTHING).toList();
  }

  private Stream<RunNode> after(String id) {
    return byNeed.getOrDefault(id, List.of()).stream().flatMap(this::nodes);
  }

  /** The node of a missing run, or the nodes of the runs that need a finished one. */
  private Stream<RunNode> nodes(RunTask task) {
    Stream<RunNode> then = after(task.id());
    return finished.contains(task.id())
        ? then
        : Stream.of(new RunNode(task.id(), parallelism.threads(task.spec().role()), then.toList()));
  }
}
