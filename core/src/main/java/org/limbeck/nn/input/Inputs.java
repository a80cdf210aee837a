package org.limbeck.nn.input;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Views;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.Natives;
import org.limbeck.nn.Network;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;

/**
 * The normalised inputs of a split, for scoring; owns native memory until {@link #close}.
 *
 * <p>Values in memory become one tensor; images are read from their bytes batch by batch, and so
 * are many features of a table that take far more room than the raw values they are made from.
 */
public final class Inputs implements AutoCloseable {
  /** Examples in memory scored at a time. */
  private static final int BATCH = 2048;

  /** Images scored at a time. */
  private static final int IMAGES = 256;

  /** Bytes of encoded features that are kept; more are encoded again whenever they are needed. */
  private static final long KEPT = 512L << 20;

  private final Examples examples;
  private final Normalisation normalisation;
  private final @Nullable Tensor all;
  private final @Nullable ImageAssembler assembler;

  /** Inputs of these examples, normalised. */
  public Inputs(Examples examples, Normalisation normalisation) {
    this(examples, normalisation, streams(examples));
  }

  /** The same, with the choice whether features are made batch by batch. */
  Inputs(Examples examples, Normalisation normalisation, boolean streamed) {
    Natives.load();
    this.examples = examples;
    this.normalisation = normalisation;
    if (examples.values() instanceof ByteValues bytes) {
      assembler = new ImageAssembler(bytes, examples.shape(), normalisation, Views.NONE);
      all = null;
    } else {
      assembler = null;
      all = streamed ? null : resident();
    }
  }

  /** Whether the features of a table are too many to be kept. */
  public static boolean streams(Examples examples) {
    boolean encoded = examples.values() != examples.raw();
    return encoded && (long) examples.size() * examples.exampleSize() * Float.BYTES > KEPT;
  }

  private Tensor resident() {
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard()) {
      Tensor values = Tensors.of(examples.rows(0, examples.size()), shape(examples.size()));
      return Tensors.keep(
          ComputeDevice.here(Tensors.channelsLast(normalised(values, normalisation))));
    }
  }

  /** Normalised features of some examples of a table, in the caller's scope. */
  public Tensor rows(int[] chosen) {
    int size = examples.exampleSize();
    var values = new float[Math.multiplyExact(chosen.length, size)];
    for (int i = 0; i < chosen.length; i++) {
      examples.values().read(chosen[i], values, i * size);
    }
    try (var noGrad = new NoGradGuard()) {
      return ComputeDevice.here(
          normalised(Tensors.of(values, shape(chosen.length)), normalisation));
    }
  }

  private static Tensor normalised(Tensor values, Normalisation normalisation) {
    float[] scale = normalisation.deviation().clone();
    for (int c = 0; c < scale.length; c++) {
      scale[c] = 1 / scale[c];
    }
    var channels = new long[Math.toIntExact(values.dim()) - 1];
    Arrays.fill(channels, 1);
    channels[0] = scale.length;
    return values
        .sub_(Tensors.of(normalisation.mean(), channels))
        .mul_(Tensors.of(scale, channels));
  }

  private long[] shape(int count) {
    int[] example = examples.shape();
    var dimensions = new long[example.length + 1];
    dimensions[0] = count;
    for (int i = 0; i < example.length; i++) {
      dimensions[i + 1] = example[i];
    }
    return dimensions;
  }

  /** The number of examples. */
  int size() {
    return examples.size();
  }

  /**
   * All of them, float32 {@code [examples, shape...]}.
   *
   * @throws IllegalStateException for images and what else is read batch by batch
   */
  public Tensor tensor() {
    if (all == null) {
      throw new IllegalStateException("these inputs are read batch by batch");
    }
    return all;
  }

  /** The scores of a network, row-major {@code [examples, classes]}. */
  public float[] logits(Network network) {
    return outputs(network, everything(), scores -> scores);
  }

  /** The log softmax of a network's scores, row-major {@code [examples, classes]}. */
  public float[] logProbabilities(Network network) {
    return logProbabilities(network, everything());
  }

  /** The log softmax of the scores of some examples, row-major {@code [chosen, classes]}. */
  public float[] logProbabilities(Network network, int[] chosen) {
    return outputs(network, chosen, scores -> torch.log_softmax(scores, 1));
  }

  private int[] everything() {
    var indices = new int[size()];
    Arrays.setAll(indices, i -> i);
    return indices;
  }

  private float[] outputs(Network network, int[] chosen, UnaryOperator<Tensor> last) {
    int classes = network.description().classes();
    int step = assembler != null ? IMAGES : BATCH;
    var outputs = new float[chosen.length * classes];
    try (var noGrad = new NoGradGuard()) {
      for (int start = 0; start < chosen.length; start += step) {
        try (var scope = new PointerScope()) {
          Tensor batch = batch(chosen, start, Math.min(step, chosen.length - start));
          float[] rows = Tensors.toFloats(last.apply(network.forward(batch, false)));
          System.arraycopy(rows, 0, outputs, start * classes, rows.length);
        }
      }
    }
    return outputs;
  }

  private Tensor batch(int[] chosen, int start, int count) {
    if (assembler != null) {
      Tensor batch = Tensors.emptyChannelsLast(Precision.FP32, shape(count));
      assembler.write(chosen, new int[chosen.length], start, count, batch);
      return ComputeDevice.here(batch);
    }
    if (all == null) {
      return rows(Arrays.copyOfRange(chosen, start, start + count));
    }
    return chosen.length == size()
        ? tensor().narrow(0, start, count)
        : tensor()
            .index_select(
                0,
                ComputeDevice.here(Tensors.of(Arrays.copyOfRange(chosen, start, start + count))));
  }

  @Override
  public void close() {
    if (all != null) {
      Tensors.release(all);
    }
  }
}
