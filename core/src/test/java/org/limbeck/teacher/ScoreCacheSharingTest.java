package org.limbeck.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.teacher.ScoreCacheTest.EXAMPLES;
import static org.limbeck.teacher.ScoreCacheTest.examples;
import static org.limbeck.teacher.ScoreCacheTest.key;
import static org.limbeck.teacher.ScoreCacheTest.views;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two threads that want the same views, one of them in the midst of scoring. */
class ScoreCacheSharingTest {
  private static final int FIRST = ScoreCache.CHUNK;

  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final CountDownLatch scoring = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger byOther = new AtomicInteger();
  private final CompletableFuture<Thread> other = new CompletableFuture<>();
  private final ScoreCache cache;

  ScoreCacheSharingTest(@TempDir Path folder) {
    cache = new ScoreCache(folder, key("a"));
  }

  @AfterEach
  void close() {
    goOn.countDown();
    pool.shutdownNow();
    cache.close();
  }

  /** A thread that has claimed the first views and scores them until it may go on. */
  private Future<?> owner(Runnable end) throws InterruptedException {
    Future<?> owner =
        pool.submit(
            () ->
                cache.fill(
                    examples(),
                    views(0),
                    (chosen, drawn) -> {
                      scoring.countDown();
                      await(goOn);
                      end.run();
                      return ScoreCacheTest.score(chosen, drawn);
                    }));
    await(scoring);
    return owner;
  }

  private Future<?> other() {
    return pool.submit(
        () -> {
          other.complete(Thread.currentThread());
          cache.fill(
              examples(),
              views(0),
              (chosen, drawn) -> {
                byOther.addAndGet(chosen.length);
                return ScoreCacheTest.score(chosen, drawn);
              });
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void untilOtherWaits() throws Exception {
    Thread thread = other.get(1, TimeUnit.MINUTES);
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void fill_viewsThatAnotherScores_waitsForThemAndDoesTheRest() throws Exception {
    Future<?> owner = owner(() -> {});
    Future<?> other = other();
    untilOtherWaits();
    assertThat(byOther).hasValue(EXAMPLES - FIRST);
    assertThat(cache.filled()).isEqualTo(EXAMPLES - FIRST);
    assertThat(other.isDone()).isFalse();
    goOn.countDown();
    owner.get(1, TimeUnit.MINUTES);
    other.get(1, TimeUnit.MINUTES);
    assertThat(byOther).hasValue(EXAMPLES - FIRST);
    ScoreCacheTest.assertHolds(cache, 0);
  }

  @Test
  void fill_ownerThatFails_leavesItsViewsToTheWaiting() throws Exception {
    Future<?> owner =
        owner(
            () -> {
              throw new IllegalStateException("no memory");
            });
    Future<?> other = other();
    untilOtherWaits();
    goOn.countDown();
    assertThatThrownBy(() -> owner.get(1, TimeUnit.MINUTES)).hasMessageContaining("no memory");
    other.get(1, TimeUnit.MINUTES);
    assertThat(byOther).hasValue(EXAMPLES);
    ScoreCacheTest.assertHolds(cache, 0);
  }
}
