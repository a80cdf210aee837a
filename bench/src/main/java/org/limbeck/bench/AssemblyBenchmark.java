package org.limbeck.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Views;
import org.limbeck.nn.Natives;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.input.ImageAssembler;
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
import org.openjdk.jmh.annotations.Warmup;

/** Assembling a batch of 128 views of 32 x 32 images. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AssemblyBenchmark {
  private static final int IMAGES = 5_000;
  private static final int SIZE = 3 * 32 * 32;
  private static final int BATCH = 128;

  /** Number format of the batch. */
  @Param({"FP32", "BF16"})
  public Precision precision = Precision.FP32;

  private final int[] examples = new int[BATCH];
  private final int[] views = new int[BATCH];
  private ImageAssembler assembler;
  private Tensor batch;

  /** Random images and views. */
  @Setup
  public void prepare() {
    Natives.useThreads(1);
    var random = new SplittableRandom(0);
    var bytes = new byte[IMAGES * SIZE];
    random.nextBytes(bytes);
    int[] rows = random.ints(IMAGES, 0, IMAGES).toArray();
    for (int i = 0; i < BATCH; i++) {
      examples[i] = random.nextInt(IMAGES);
      views[i] = random.nextInt(Views.USUAL.count());
    }
    var normalisation = new Normalisation(new float[] {120, 120, 120}, new float[] {60, 60, 60});
    var values = new ByteValues(ByteStore.of(bytes, SIZE), rows);
    assembler = new ImageAssembler(values, new int[] {3, 32, 32}, normalisation, Views.USUAL);
    batch = Tensors.keep(Tensors.emptyChannelsLast(precision, BATCH, 3, 32, 32));
  }

  /** One batch. */
  @Benchmark
  public void assemble() {
    try (var scope = new PointerScope()) {
      assembler.write(examples, views, 0, BATCH, batch);
    }
  }
}
