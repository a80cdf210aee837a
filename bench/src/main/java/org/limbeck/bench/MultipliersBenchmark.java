package org.limbeck.bench;

import java.util.concurrent.TimeUnit;
import org.limbeck.base.NamedRandom;
import org.limbeck.objective.ClassRisk;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Multipliers;
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

/** One update of the multipliers from 5,000 predictions: class risks, then the ascent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MultipliersBenchmark {
  private static final int EXAMPLES = 5_000;

  /** The number of classes. */
  @Param({"10", "100"})
  public int classes;

  private int[] predictions = new int[0];
  private LabelWeights weights = LabelWeights.oneHot(new int[0], 1);
  private Multipliers multipliers = Multipliers.uniform(1);

  /** Draws labels and predictions. */
  @Setup
  public void prepare() {
    var random = new NamedRandom(0, "bench");
    var labels = new int[EXAMPLES];
    predictions = new int[EXAMPLES];
    for (int i = 0; i < EXAMPLES; i++) {
      labels[i] = i % classes;
      predictions[i] = random.nextInt(4) == 0 ? random.nextInt(classes) : labels[i];
    }
    weights = LabelWeights.oneHot(labels, classes);
    multipliers = Multipliers.uniform(classes);
  }

  /** One update. */
  @Benchmark
  public Multipliers update() {
    return multipliers.updated(
        ClassRisk.zeroOne(predictions, weights), 0.1, MultiplierOptions.Memory.ACCUMULATE);
  }
}
