package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.limbeck.compare.Runs;

class MissingRunsTest {
  /** Two teachers with three students each. */
  private static final List<RunTask> TASKS = new StudyRuns(Runs.plan(1, 0L)).tasks();

  private static List<RunNode> roots(Set<String> finished) {
    return new MissingRuns(TASKS, finished, new Parallelism(4, 4, 2)).roots();
  }

  private static String id(int index) {
    return TASKS.get(index).id();
  }

  private static List<String> ids(List<RunNode> nodes) {
    return nodes.stream().map(RunNode::runId).toList();
  }

  @Test
  void roots_nothingFinished_areTheTeachersWithTheirStudents() {
    List<RunNode> roots = roots(Set.of());
    assertThat(ids(roots)).containsExactly(id(0), id(4));
    assertThat(ids(roots.get(0).then())).containsExactly(id(1), id(2), id(3));
    assertThat(ids(roots.get(1).then())).containsExactly(id(5), id(6), id(7));
    assertThat(roots.get(0).threads()).isEqualTo(4);
    assertThat(roots.get(0).then()).extracting(RunNode::threads).containsOnly(2);
  }

  @Test
  void roots_finishedTeacher_areItsMissingStudents() {
    List<RunNode> roots = roots(Set.of(id(0), id(2)));
    assertThat(ids(roots)).containsExactly(id(1), id(3), id(4));
  }

  @Test
  void roots_missingTeacherOfFinishedStudents_isDoneAlone() {
    Set<String> finished = new HashSet<>(TASKS.stream().map(RunTask::id).toList());
    finished.remove(id(4));
    assertThat(roots(finished)).containsExactly(new RunNode(id(4), 4, List.of()));
  }

  @Test
  void roots_allFinished_areNone() {
    assertThat(roots(Set.copyOf(TASKS.stream().map(RunTask::id).toList()))).isEmpty();
  }
}
