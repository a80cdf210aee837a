package org.limbeck.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.data.Views;
import org.limbeck.nn.Precision;

public class ScoreCacheTest {
  private static final Views VIEWS = new Views(1, Views.Flip.RANDOM, 0);
  static final int EXAMPLES = 400;
  static final int CLASSES = 3;

  @TempDir private Path folder;

  static ScoreCacheKey key(String teacher) {
    return ScoreCacheKey.of(teacher, "data", VIEWS, Precision.BF16, EXAMPLES, CLASSES);
  }

  /** Logits that name their view. */
  static float value(int example, int view, int y) {
    return example * 0.01f + view * 1.37f - 7.1f * y;
  }

  static float[] score(int[] examples, int[] views) {
    var logits = new float[examples.length * CLASSES];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = value(examples[i / CLASSES], views[i / CLASSES], i % CLASSES);
    }
    return logits;
  }

  /** Every example, with view i mod 18. */
  static int[] views(int shift) {
    return IntStream.range(0, EXAMPLES).map(i -> (i + shift) % VIEWS.count()).toArray();
  }

  static int[] examples() {
    return IntStream.range(0, EXAMPLES).toArray();
  }

  static void assertHolds(ScoreCache cache, int shift) {
    var found = new float[CLASSES];
    int[] views = views(shift);
    for (int example = 0; example < EXAMPLES; example++) {
      cache.read(example, views[example], found);
      for (int y = 0; y < CLASSES; y++) {
        assertThat(found[y])
            .isEqualTo(Float16.toFloat(Float16.of(value(example, views[example], y))));
      }
    }
  }

  @Test
  void fill_thenReopen_readsWhatWasComputedAsHalf() {
    try (var cache = new ScoreCache(folder, key("a"))) {
      assertThatThrownBy(() -> cache.read(0, 0, new float[CLASSES]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no scores for view 0 of example 0");
      cache.fill(examples(), views(0), ScoreCacheTest::score);
      assertThat(cache.filled()).isEqualTo(EXAMPLES);
      assertThat(cache.computed()).isEqualTo(EXAMPLES);
    }
    try (var again = new ScoreCache(folder, key("a"))) {
      again.fill(
          examples(),
          views(0),
          (chosen, drawn) -> {
            throw new AssertionError("everything is there");
          });
      assertHolds(again, 0);
      assertThat(again.computed()).isZero();
    }
  }

  @Test
  void open_otherTeacher_sharesNothing() throws IOException {
    try (var cache = new ScoreCache(folder, key("a"))) {
      cache.fill(examples(), views(0), ScoreCacheTest::score);
    }
    try (var other = new ScoreCache(folder, key("b"))) {
      assertThat(other.filled()).isZero();
    }
    // Even under its name: the key is in the header.
    Path own = folder.resolve(key("a").hash().substring(0, 16) + ".scores");
    Path others = folder.resolve(key("b").hash().substring(0, 16) + ".scores");
    Files.copy(own, others, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (var other = new ScoreCache(folder, key("b"))) {
      assertThat(other.filled()).isZero();
    }
  }

  @Test
  void open_truncatedOrForeignFile_beginsAnew() throws IOException {
    Path file = folder.resolve(key("a").hash().substring(0, 16) + ".scores");
    for (int size : new int[] {0, 100, 5000}) {
      Files.write(file, new byte[size]);
      try (var cache = new ScoreCache(folder, key("a"))) {
        assertThat(cache.filled()).isZero();
        cache.fill(examples(), views(1), ScoreCacheTest::score);
        assertHolds(cache, 1);
      }
      Files.delete(file);
    }
  }

  @Test
  void contains_damagedRow_countsAsMissingAndIsComputedAgain() throws IOException {
    try (var cache = new ScoreCache(folder, key("a"))) {
      cache.fill(examples(), views(0), ScoreCacheTest::score);
    }
    Path file = folder.resolve(key("a").hash().substring(0, 16) + ".scores");
    int rowSize = (CLASSES + 1) * 2;
    long firstRow = Files.size(file) - (long) EXAMPLES * VIEWS.count() * rowSize;
    int row = 7 * VIEWS.count() + views(0)[7];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {42}), firstRow + (long) row * rowSize + 1);
    }
    try (var cache = new ScoreCache(folder, key("a"))) {
      assertThat(cache.contains(7, views(0)[7])).isFalse();
      assertThat(cache.contains(8, views(0)[8])).isTrue();
      cache.fill(examples(), views(0), ScoreCacheTest::score);
      assertHolds(cache, 0);
    }
  }

  @Test
  void fill_fourThreadsAtOnce_computesEachViewOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    var computed = new AtomicInteger();
    try (var cache = new ScoreCache(folder, key("a"))) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(
            pool.submit(
                () ->
                    cache.fill(
                        examples(),
                        views(0),
                        (chosen, drawn) -> {
                          computed.addAndGet(chosen.length);
                          return score(chosen, drawn);
                        })));
      }
      for (Future<?> one : all) {
        one.get();
      }
      assertHolds(cache, 0);
      assertThat(computed).hasValue(EXAMPLES);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void fill_scorerThatFails_leavesTheViewsToOthers() {
    try (var cache = new ScoreCache(folder, key("a"))) {
      assertThatThrownBy(
              () ->
                  cache.fill(
                      examples(),
                      views(0),
                      (chosen, drawn) -> {
                        throw new IllegalStateException("no memory");
                      }))
          .hasMessage("no memory");
      cache.fill(examples(), views(0), ScoreCacheTest::score);
      assertHolds(cache, 0);
    }
  }

  @Test
  void fill_twoProcessesAtOnce_isWhole() throws Exception {
    Process first = ScoreCacheProcess.start(folder, 0);
    Process second = ScoreCacheProcess.start(folder, 0);
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    try (var cache = new ScoreCache(folder, key("a"))) {
      assertThat(cache.filled()).isEqualTo((long) EXAMPLES * VIEWS.count());
      for (int shift = 0; shift < VIEWS.count(); shift++) {
        assertHolds(cache, shift);
      }
    }
  }

  @Test
  void fill_killedAgainAndAgain_trustsOnlyWhatIsWhole() throws Exception {
    long before = 0;
    for (int round = 1; round <= 3; round++) {
      Process process = ScoreCacheProcess.start(folder, 1);
      process.getInputStream().readNBytes(4 * round); // that number of rounds is done
      process.destroyForcibly().waitFor();
      try (var cache = new ScoreCache(folder, key("a"))) {
        assertThat(cache.filled())
            .isBetween(4L * round * EXAMPLES, (long) EXAMPLES * VIEWS.count() - 1)
            .isGreaterThanOrEqualTo(before);
        before = cache.filled();
        assertThat(wholeAndRight(cache)).isEqualTo(before);
      }
    }
    try (var cache = new ScoreCache(folder, key("a"))) {
      for (int shift = 0; shift < VIEWS.count(); shift++) {
        cache.fill(examples(), views(shift), ScoreCacheTest::score);
        assertHolds(cache, shift);
      }
      assertThat(cache.computed()).isEqualTo((long) EXAMPLES * VIEWS.count() - before);
    }
  }

  /** Reads all that the cache says it has. */
  private static int wholeAndRight(ScoreCache cache) {
    int count = 0;
    var found = new float[CLASSES];
    for (int example = 0; example < EXAMPLES; example++) {
      for (int view = 0; view < VIEWS.count(); view++) {
        if (cache.contains(example, view)) {
          cache.read(example, view, found);
          count++;
          for (int y = 0; y < CLASSES; y++) {
            assertThat(found[y]).isEqualTo(Float16.toFloat(Float16.of(value(example, view, y))));
          }
        }
      }
    }
    return count;
  }
}
