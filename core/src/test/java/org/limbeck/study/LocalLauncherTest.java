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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalLauncherTest {
  /** Counts the threads of the runs that are at work. */
  private static final class Machine {
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    RunLauncher.Node node(String name, int threads, RunLauncher.Node... then) {
      Runnable run =
          () -> {
            most.accumulateAndGet(atWork.addAndGet(threads), Math::max);
            LockSupport.parkNanos(1_000_000); // long enough to be at work with others
            atWork.addAndGet(-threads);
            done.add(name);
          };
      return new RunLauncher.Node(run, threads, List.of(then));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 2", "4, 2", "5, 2", "4, 3", "1, 1", "3, 1"})
  void launch_runsOfSeveralThreads_neverUseMoreThanThereAre(int threads, int each) {
    var machine = new Machine();
    List<RunLauncher.Node> roots = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      RunLauncher.Node[] students = new RunLauncher.Node[4];
      for (int s = 0; s < 4; s++) {
        students[s] = machine.node("student " + i + s, s % 2 == 0 ? 1 : each);
      }
      roots.add(machine.node("teacher " + i, each, students));
    }
    new LocalLauncher(threads).launch(roots);
    assertThat(machine.done).hasSize(6 * 5).doesNotHaveDuplicates();
    assertThat(machine.most.get()).isBetween(each, threads);
    assertThat(machine.atWork).hasValue(0);
  }

  @Test
  void launch_runsThatFitTogether_areAtWorkTogether() {
    // Each waits for the other: one after the other they would never end.
    var both = new CyclicBarrier(2);
    var node = new RunLauncher.Node(() -> meet(both), 2, List.of());
    new LocalLauncher(4).launch(List.of(node, node));
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
    new LocalLauncher(2)
        .launch(List.of(machine.node("a", 1), machine.node("huge", 16), machine.node("b", 1)));
    assertThat(machine.done).containsExactlyInAnyOrder("a", "huge", "b");
    assertThat(machine.most).hasValue(16);
  }

  @Test
  void launch_runsThatFollow_comeAfterTheirParent() {
    var machine = new Machine();
    RunLauncher.Node last = machine.node("3", 1);
    new LocalLauncher(4).launch(List.of(machine.node("1", 1, machine.node("2", 3, last))));
    assertThat(machine.done).containsExactly("1", "2", "3");
  }

  @Test
  void launch_severalFailures_throwsTheFirstWithTheOthers() {
    var both = new CyclicBarrier(2);
    List<RunLauncher.Node> nodes = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      Runnable run =
          () -> {
            meet(both);
            throw new IllegalStateException(name);
          };
      nodes.add(new RunLauncher.Node(run, 1, List.of()));
    }
    assertThatThrownBy(() -> new LocalLauncher(2).launch(nodes))
        .isInstanceOf(IllegalStateException.class)
        .satisfies(
            first ->
                assertThat(List.of(first.getMessage(), first.getSuppressed()[0].getMessage()))
                    .containsExactlyInAnyOrder("one", "two"));
  }

  @Test
  void localLauncher_noThreads_isRefused() {
    assertThatThrownBy(() -> new LocalLauncher(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads: expected 1 or more, found 0");
  }
}
