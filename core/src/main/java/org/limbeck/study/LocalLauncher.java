package org.limbeck.study;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does runs on threads of this JVM: as many at a time as their LibTorch threads fit. */
public final class LocalLauncher implements RunLauncher {
  private final int threads;

  /**
   * A launcher.
   *
   * @param threads LibTorch threads of all runs at a time, &gt;= 1
   */
  public LocalLauncher(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: expected 1 or more, found " + threads);
    }
    this.threads = threads;
  }

  @Override
  public void launch(List<RunNode> roots, Consumer<RunNode> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads, LocalLauncher::daemon);
    try {
      new Launch(pool, work).all(roots);
    } finally {
      pool.shutdown();
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "limbeck-run");
    thread.setDaemon(true);
    return thread;
  }

  /** The runs of one launch. */
  private final class Launch {
    private final ExecutorService pool;
    private final Consumer<RunNode> work;
    private final Semaphore room = new Semaphore(threads, true);
    private final Phaser pending = new Phaser(1);
    private final FirstFailure failure = new FirstFailure();

    Launch(ExecutorService pool, Consumer<RunNode> work) {
      this.pool = pool;
      this.work = work;
    }

    void all(List<RunNode> roots) {
      roots.forEach(this::submit);
      pending.arriveAndAwaitAdvance();
      failure.rethrow();
    }

    private void submit(RunNode node) {
      int wanted = Math.min(node.threads(), threads);
      pending.register();
      pool.execute(
          () -> {
            room.acquireUninterruptibly(wanted);
            try {
              if (failure.none()) {
                work.accept(node);
                node.then().forEach(this::submit);
              }
            } catch (RuntimeException | Error e) {
              failure.add(e);
            } finally {
              room.release(wanted);
              pending.arriveAndDeregister();
            }
          });
    }
  }

  /** What a launch throws: the first failure, the others suppressed in it. */
  private static final class FirstFailure {
    private @Nullable Throwable first;

    synchronized boolean none() {
      return first == null;
    }

    synchronized void add(Throwable thrown) {
      if (first == null) {
        first = thrown;
      } else if (first != thrown) {
        first.addSuppressed(thrown);
      }
    }

    synchronized void rethrow() {
      if (first instanceof RuntimeException e) {
        throw e;
      }
      if (first instanceof Error e) {
        throw e;
      }
    }
  }
}
