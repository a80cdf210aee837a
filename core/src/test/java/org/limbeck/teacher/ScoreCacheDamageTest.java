package org.limbeck.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.teacher.ScoreCacheTest.CLASSES;
import static org.limbeck.teacher.ScoreCacheTest.EXAMPLES;
import static org.limbeck.teacher.ScoreCacheTest.examples;
import static org.limbeck.teacher.ScoreCacheTest.key;
import static org.limbeck.teacher.ScoreCacheTest.views;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.data.Views;
import org.limbeck.nn.Precision;

/** A cache file that disks, power cuts or strangers have changed. */
class ScoreCacheDamageTest {
  private static final int HEADER = 4096;
  private static final int ROW = (CLASSES + 1) * 2;
  private static final int EXAMPLE = 7;
  private static final int VIEW = views(0)[EXAMPLE];

  @TempDir private Path folder;
  private Path file = Path.of("");
  private int viewsOfAll;

  @BeforeEach
  void fillOneViewOfEach() {
    file = folder.resolve(key("a").hash().substring(0, 16) + ".scores");
    viewsOfAll = key("a").views();
    try (var cache = new ScoreCache(folder, key("a"))) {
      cache.fill(examples(), views(0), ScoreCacheTest::score);
    }
  }

  private long position(int example, int view) throws IOException {
    long firstRow = Files.size(file) - (long) EXAMPLES * viewsOfAll * ROW;
    return firstRow + ((long) example * viewsOfAll + view) * ROW;
  }

  private byte[] read(long position, int count) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate(count);
      assertThat(channel.read(bytes, position)).isEqualTo(count);
      return bytes.array();
    }
  }

  private void write(long position, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), position);
    }
  }

  @Test
  void contains_anyBitOfARowFlipped_saysNoUntilItIsAsBefore() throws IOException {
    byte[] row = read(position(EXAMPLE, VIEW), ROW);
    try (var cache = new ScoreCache(folder, key("a"))) {
      for (int bit = 0; bit < 8 * ROW; bit++) {
        byte[] damaged = row.clone();
        damaged[bit / 8] ^= (byte) (1 << bit % 8);
        write(position(EXAMPLE, VIEW), damaged);
        assertThat(cache.contains(EXAMPLE, VIEW)).as("bit %d", bit).isFalse();
        assertThatThrownBy(() -> cache.read(EXAMPLE, VIEW, new float[CLASSES]))
            .isInstanceOf(IllegalStateException.class);
      }
      write(position(EXAMPLE, VIEW), row);
      assertThat(cache.contains(EXAMPLE, VIEW)).isTrue();
    }
  }

  @Test
  void fill_bitsWithoutRows_computesAllOfThem() throws IOException {
    long bitmap = position(0, 0) - HEADER;
    var all = new byte[Math.toIntExact(bitmap)];
    Arrays.fill(all, (byte) 0xff);
    write(HEADER, all);
    int otherView = (VIEW + 1) % viewsOfAll;
    try (var cache = new ScoreCache(folder, key("a"))) {
      assertThat(cache.contains(EXAMPLE, VIEW)).isTrue();
      assertThat(cache.contains(EXAMPLE, otherView)).isFalse();
      assertThatThrownBy(() -> cache.read(EXAMPLE, otherView, new float[CLASSES]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no scores for view %d of example 7".formatted(otherView));
      var computed = new AtomicInteger();
      cache.fill(
          examples(),
          views(1),
          (chosen, drawn) -> {
            computed.addAndGet(chosen.length);
            return ScoreCacheTest.score(chosen, drawn);
          });
      assertThat(computed).hasValue(EXAMPLES);
      ScoreCacheTest.assertHolds(cache, 1);
    }
  }

  @Test
  void contains_bitsOverManyEmptyRows_neverTakesOneForWhole() throws IOException {
    // So many that 15 bits of check alone would fit an empty row about ten times.
    var large = ScoreCacheKey.of("a", "data", Views.NONE, Precision.FP32, 350_000, CLASSES);
    try (var cache = new ScoreCache(folder, large)) {
      file = folder.resolve(large.hash().substring(0, 16) + ".scores");
      var bits = new byte[350_000 / 8];
      Arrays.fill(bits, (byte) 0xff);
      write(HEADER, bits);
      assertThat(cache.filled()).isEqualTo(350_000);
      for (int example = 0; example < 350_000; example++) {
        assertThat(cache.contains(example, 0)).isFalse();
      }
    }
  }

  @Test
  void contains_rowOfAnotherView_saysNo() throws IOException {
    // As if a block of the disk stood in the place of another.
    write(position(EXAMPLE, VIEW), read(position(EXAMPLE + 1, views(0)[EXAMPLE + 1]), ROW));
    try (var cache = new ScoreCache(folder, key("a"))) {
      assertThat(cache.contains(EXAMPLE, VIEW)).isFalse();
    }
  }

  /** The magic, the version, the number of rows, their size, the key's hash, and what is empty. */
  @ParameterizedTest
  @ValueSource(ints = {0, 8, 12, 16, 20, 83, 84, 4095})
  void open_headerChangedAnywhere_beginsAnew(int position) throws IOException {
    byte[] changed = read(position, 1);
    changed[0] ^= 1;
    write(position, changed);
    try (var cache = new ScoreCache(folder, key("a"))) {
      assertThat(cache.filled()).isZero();
      cache.fill(examples(), views(0), ScoreCacheTest::score);
      ScoreCacheTest.assertHolds(cache, 0);
    }
    try (var again = new ScoreCache(folder, key("a"))) {
      assertThat(again.filled()).isEqualTo(EXAMPLES);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void open_fileOfAnotherSize_beginsAnew(int added) throws IOException {
    long size = Files.size(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size + Math.min(0, added));
      if (added > 0) {
        channel.write(ByteBuffer.allocate(added), size);
      }
    }
    try (var cache = new ScoreCache(folder, key("a"))) {
      assertThat(cache.filled()).isZero();
    }
    assertThat(Files.size(file)).isEqualTo(size);
  }

  @Test
  void open_always_leavesNoTemporaryFile() throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
