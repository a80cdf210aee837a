package org.limbeck.study;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
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

  /** As many threads as there are processors. */
  public static LocalLauncher onAllCores() {
    return new LocalLauncher(Runtime.getRuntime().availableProcessors());
  }

  @Override
  public void launch(List<Node> roots) {
    var failure = new FirstFailure();
    var pending = new Phaser(1);
    var room = new Semaphore(threads, true);
    ExecutorService pool = Executors.newFixedThreadPool(threads, LocalLauncher::daemon);
    try {
      roots.forEach(root -> submit(pool, root, room, pending, failure));
      pending.arriveAndAwaitAdvance();
    } finally {
      pool.shutdown();
    }
    failure.rethrow();
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "limbeck-run");
    thread.setDaemon(true);
    return thread;
  }

  private void submit(
      ExecutorService pool, Node node, Semaphore room, Phaser pending, FirstFailure failure) {
    int wanted = Math.min(node.threads(), threads);
    pending.register();
    pool.execute(
        () -> {
          room.acquireUninterruptibly(wanted);
          try {
            if (failure.none()) {
              node.run().run();
              node.then().forEach(next -> submit(pool, next, room, pending, failure));
            }
          } catch (RuntimeException | Error e) {
            failure.add(e);
          } finally {
            room.release(wanted);
            pending.arriveAndDeregister();
          }
        });
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
