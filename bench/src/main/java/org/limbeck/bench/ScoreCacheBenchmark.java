package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.limbeck.base.AtomicFiles;
import org.limbeck.data.Views;
import org.limbeck.nn.Precision;
import org.limbeck.teacher.ScoreCache;
import org.limbeck.teacher.ScoreCacheKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reading the teacher's logits of a batch of 128 views from a full cache, and asking for them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoreCacheBenchmark {
  private static final int EXAMPLES = 4_096;
  private static final int BATCH = 128;

  /** m. */
  @Param({"10", "100"})
  public int classes;

  private final int[] examples = new int[BATCH];
  private final int[] views = new int[BATCH];
  private Path folder;
  private ScoreCache cache;
  private float[] logits;

  /** A cache that holds what is asked for. */
  @Setup
  public void prepare() throws IOException {
    folder = Files.createTempDirectory("limbeck-bench-");
    logits = new float[classes];
    var key = ScoreCacheKey.of("bench", "bench", Views.USUAL, Precision.BF16, EXAMPLES, classes);
    cache = new ScoreCache(folder, key);
    var random = new SplittableRandom(0);
    for (int i = 0; i < BATCH; i++) {
      examples[i] = random.nextInt(EXAMPLES);
      views[i] = random.nextInt(Views.USUAL.count());
    }
    cache.fill(examples, views, (chosen, drawn) -> new float[chosen.length * classes]);
  }

  /** Deletes the cache. */
  @TearDown
  public void delete() {
    cache.close();
    AtomicFiles.delete(folder);
  }

  /** The logits of a batch. */
  @Benchmark
  public float read() {
    float sum = 0;
    for (int i = 0; i < BATCH; i++) {
      cache.read(examples[i], views[i], logits);
      sum += logits[0];
    }
    return sum;
  }

  /** What a student does before each block of batches when nothing is missing. */
  @Benchmark
  public void fillNothing() {
    cache.fill(
        examples,
        views,
        (chosen, drawn) -> {
          throw new IllegalStateException("nothing is missing");
        });
  }
}
