package org.limbeck.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.Golden;
import org.limbeck.LimbeckException;
import org.limbeck.data.Views;
import org.limbeck.nn.Precision;

/** Rows and their bits. */
class ScoreCacheFileTest {
  private static final int ROWS = 200_000;
  private static final ScoreCacheKey KEY =
      ScoreCacheKey.of("a", "data", Views.NONE, Precision.FP32, ROWS, 3);

  @TempDir private Path folder;
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  private static byte[] content(int row) {
    var bytes = new byte[8];
    Arrays.fill(bytes, (byte) (1 + row % 255));
    return bytes;
  }

  @Test
  void write_neighboursByFourInstancesAtOnce_losesNoBit() throws Exception {
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int first = i;
      writers.add(
          pool.submit(
              () -> {
                try (var own = ScoreCacheFile.open(folder, KEY)) {
                  for (int row = first; row < ROWS; row += 4) {
                    own.write(row, ByteBuffer.wrap(content(row)));
                  }
                  assertThat(own.newlyFilled()).isEqualTo(ROWS / 4);
                }
              }));
    }
    for (Future<?> writer : writers) {
      writer.get(1, TimeUnit.MINUTES);
    }
    try (var file = ScoreCacheFile.open(folder, KEY)) {
      assertThat(file.count()).isEqualTo(ROWS);
    }
  }

  /** Both directions: what is written now, and that what was written before is still read. */
  @Test
  void fill_smallCache_isAsInEarlierVersions() throws IOException {
    var key =
        ScoreCacheKey.of("a", "data", new Views(0, Views.Flip.RANDOM, 0), Precision.FP32, 2, 3);
    try (var cache = new ScoreCache(folder, key)) {
      var logits = new float[] {1, -2.5f, 0.1f, 65504, -0f, 1e-7f};
      cache.fill(new int[] {0, 1}, new int[] {1, 0}, (examples, views) -> logits);
    }
    Path file = folder.resolve(key.hash().substring(0, 16) + ".scores");
    Golden.check("small.scores", Files.readAllBytes(file));
    Files.write(file, Golden.read("small.scores"));
    try (var cache = new ScoreCache(folder, key)) {
      assertThat(cache.filled()).isEqualTo(2);
      assertThat(cache.contains(0, 1)).isTrue();
      assertThat(cache.contains(1, 0)).isTrue();
    }
  }

  @Test
  void write_thatFails_leavesTheRowUnfilled() {
    var file = ScoreCacheFile.open(folder, KEY);
    file.write(3, ByteBuffer.wrap(content(3)));
    file.close();
    assertThatThrownBy(() -> file.write(4, ByteBuffer.wrap(content(4))))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("cannot be written");
    assertThat(file.filled(3)).isTrue();
    assertThat(file.filled(4)).isFalse();
    assertThat(file.newlyFilled()).isEqualTo(1);
  }
}
