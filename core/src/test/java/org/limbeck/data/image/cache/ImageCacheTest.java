package org.limbeck.data.image.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.Golden;
import org.limbeck.LimbeckException;
import org.limbeck.data.SourceData;

class ImageCacheTest {
  private static final String NAME = "two-0.images";

  @TempDir private Path folder = Path.of("");
  private final AtomicInteger decoded = new AtomicInteger();

  /** Two images of 1 x 2 x 2 for training, one for test. */
  private final class Two implements ImageSet {
    @Override
    public int[] shape() {
      return new int[] {1, 2, 2};
    }

    @Override
    public List<String> classNames() {
      return List.of("a", "ü");
    }

    @Override
    public List<String> decode(Sink train, Sink test) {
      decoded.incrementAndGet();
      train.add(new byte[] {1, 2, 3, -1}, 1);
      train.add(new byte[] {5, 6, 7, 8}, 0);
      test.add(new byte[] {9, 10, 11, 12}, 1);
      return List.of("a note");
    }
  }

  private SourceData load() {
    return new ImageCache(folder).load(NAME, Two::new, "two", "free");
  }

  private void assertComplete(SourceData data) {
    assertThat(data.name()).isEqualTo("two");
    assertThat(data.licence()).isEqualTo("free");
    assertThat(data.notes()).containsExactly("a note");
    assertThat(data.classNames()).containsExactly("a", "ü");
    assertThat(data.train().shape()).containsExactly(1, 2, 2);
    assertThat(data.train().labels()).containsExactly(1, 0);
    assertThat(data.train().rows(0, 2)).containsExactly(1, 2, 3, 255, 5, 6, 7, 8);
    assertThat(data.test().orElseThrow().labels()).containsExactly(1);
    assertThat(data.test().orElseThrow().rows(0, 1)).containsExactly(9, 10, 11, 12);
  }

  @Test
  void load_again_doesNotDecode() throws IOException {
    assertComplete(load());
    FileTime built = Files.getLastModifiedTime(folder.resolve(NAME));
    assertComplete(load());
    assertThat(decoded).hasValue(1);
    assertThat(Files.getLastModifiedTime(folder.resolve(NAME))).isEqualTo(built);
    assertThat(files()).containsExactly(NAME);
  }

  @Test
  void load_written_isAsInEarlierVersions() throws IOException {
    load();
    Golden.check("two.images", Files.readAllBytes(folder.resolve(NAME)));
  }

  @Test
  void open_anyByteChanged_isRefused() throws IOException {
    load();
    Path file = folder.resolve(NAME);
    byte[] good = Files.readAllBytes(file);
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      Files.write(file, bad);
      assertThatThrownBy(() -> ImageCacheFile.open(file))
          .as("byte %d", i)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void open_anyLengthMissing_isRefused() throws IOException {
    load();
    Path file = folder.resolve(NAME);
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThatThrownBy(() -> ImageCacheFile.open(file)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void load_damagedOrForeign_buildsAgain() throws IOException {
    load();
    Path file = folder.resolve(NAME);
    byte[] good = Files.readAllBytes(file);
    byte[] otherPixel = good.clone();
    otherPixel[ImageCacheFile.HEADER.length()] ^= 1;
    byte[] foreign = "holiday pictures ".repeat(100).getBytes(StandardCharsets.UTF_8);
    for (byte[] bad : List.of(otherPixel, Arrays.copyOf(good, good.length + 1), foreign)) {
      Files.write(file, bad);
      assertComplete(load());
      assertThat(Files.readAllBytes(file)).isEqualTo(good);
    }
    assertThat(decoded).hasValue(4);
  }

  @Test
  void load_manyAtOnce_allGetTheImages() throws Exception {
    int threads = 8;
    var start = new CountDownLatch(threads);
    Callable<SourceData> task =
        () -> {
          start.countDown();
          start.await();
          return load();
        };
    var pool = Executors.newFixedThreadPool(threads);
    try {
      for (var result : pool.invokeAll(java.util.Collections.nCopies(threads, task))) {
        assertComplete(result.get());
      }
    } finally {
      pool.shutdown();
    }
    assertThat(files()).containsExactly(NAME);
  }

  @Test
  void load_temporaryFiles_onlyAbandonedOnesAreDeleted() throws IOException {
    Path fresh = Files.writeString(folder.resolve("x.images.1.tmp"), "in work elsewhere");
    Path old = Files.writeString(folder.resolve("x.images.2.tmp"), "killed");
    Path other = Files.writeString(folder.resolve("y.tmp"), "not ours");
    FileTime time = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    Files.setLastModifiedTime(old, time);
    Files.setLastModifiedTime(other, time);
    load();
    assertThat(fresh).exists();
    assertThat(other).exists();
    assertThat(old).doesNotExist();
  }

  @Test
  void load_decodingFails_leavesNothing() throws IOException {
    ImageSet bad =
        new ImageSet() {
          @Override
          public int[] shape() {
            return new int[] {1, 2, 2};
          }

          @Override
          public List<String> classNames() {
            return List.of("a");
          }

          @Override
          public List<String> decode(Sink train, Sink test) {
            train.add(new byte[4], 0);
            throw new LimbeckException("x.png: broken");
          }
        };
    assertThatThrownBy(() -> new ImageCache(folder).load(NAME, () -> bad, "bad", ""))
        .hasMessage("x.png: broken");
    assertThat(files()).isEmpty();
  }

  @Test
  void load_folderCannotBeMade_saysWhatToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> new ImageCache(file).load(NAME, Two::new, "two", ""))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith(file + ": decoded images cannot be kept here: ")
        .hasMessageEndingWith("or name another folder in the environment variable LIMBECK_CACHE");
  }

  @Test
  void write_diskFull_namesTheFolder() {
    var full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(
            () -> {
              try (var writer = new ImageCacheWriter(full, folder, new Two())) {
                writer.write();
              }
            })
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            folder
                + ": decoded images cannot be kept here: No space left on device; free some space,"
                + " or name another folder in the environment variable LIMBECK_CACHE");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
