package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;

class LocalLauncherTest {
  /** Counts the threads of the runs that are at work. */
  private static final class Machine implements Consumer<RunNode> {
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void accept(RunNode node) {
      most.accumulateAndGet(atWork.addAndGet(node.threads()), Math::max);
      LockSupport.parkNanos(1_000_000); // long enough to be at work with others
      atWork.addAndGet(-node.threads());
      done.add(node.runId());
    }
  }

  private static RunNode node(String name, int threads, RunNode... then) {
    return new RunNode(name, threads, List.of(then));
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 2", "4, 2", "5, 2", "4, 3", "1, 1", "3, 1"})
  void launch_runsOfSeveralThreads_neverUseMoreThanThereAre(int threads, int each) {
    var machine = new Machine();
    List<RunNode> roots = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      var students = new RunNode[4];
      for (int s = 0; s < 4; s++) {
        students[s] = node("student " + i + s, s % 2 == 0 ? 1 : each);
      }
      roots.add(node("teacher " + i, each, students));
    }
    new LocalLauncher(threads).launch(roots, machine);
    assertThat(machine.done).hasSize(6 * 5).doesNotHaveDuplicates();
    assertThat(machine.most.get()).isBetween(each, threads);
    assertThat(machine.atWork).hasValue(0);
  }

  @Test
  void launch_runsThatFitTogether_areAtWorkTogether() {
    // Each waits for the other: one after the other they would never end.
    var both = new CyclicBarrier(2);
    List<RunNode> nodes = List.of(node("one", 2), node("two", 2));
    new LocalLauncher(4).launch(nodes, node -> meet(both));
    assertThat(both.isBroken()).isFalse();
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("the other run did not come", e);
    }
  }

  @Test
  void launch_runOfMoreThreadsThanThereAre_runsAlone() {
    var machine = new Machine();
    new LocalLauncher(2).launch(List.of(node("a", 1), node("huge", 16), node("b", 1)), machine);
    assertThat(machine.done).containsExactlyInAnyOrder("a", "huge", "b");
    assertThat(machine.most).hasValue(16);
  }

  @Test
  void launch_runsThatFollow_comeAfterTheirParent() {
    var machine = new Machine();
    RunNode last = node("3", 1);
    new LocalLauncher(4).launch(List.of(node("1", 1, node("2", 3, last))), machine);
    assertThat(machine.done).containsExactly("1", "2", "3");
  }

  @Test
  void launch_severalFailures_throwsTheFirstWithTheOthers() {
    var both = new CyclicBarrier(2);
    List<RunNode> nodes = List.of(node("one", 1), node("two", 1));
    Consumer<RunNode> failing =
        node -> {
          meet(both);
          throw new IllegalStateException(node.runId());
        };
    assertThatThrownBy(() -> new LocalLauncher(2).launch(nodes, failing))
        .isInstanceOf(IllegalStateException.class)
        .satisfies(
            first ->
                assertThat(List.of(first.getMessage(), first.getSuppressed()[0].getMessage()))
                    .containsExactlyInAnyOrder("one", "two"));
  }

  @Test
  void launch_failure_isThrownAndStopsTheRest() {
    List<RunNode> nodes = List.of(node("broken", 1, node("next", 1)));
    List<String> ran = new ArrayList<>();
    Consumer<RunNode> failing =
        node -> {
          ran.add(node.runId());
          throw new LimbeckException("broken");
        };
    assertThatThrownBy(() -> new LocalLauncher(1).launch(nodes, failing)).hasMessage("broken");
    assertThat(ran).containsExactly("broken");
  }

  @Test
  void localLauncher_noThreads_isRefused() {
    assertThatThrownBy(() -> new LocalLauncher(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads: expected 1 or more, found 0");
  }
}
