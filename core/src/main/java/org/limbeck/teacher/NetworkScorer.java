package org.limbeck.teacher;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Examples;
import org.limbeck.data.Views;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.FoldedNorms;
import org.limbeck.nn.ImageAssembler;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.Precision;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.Tensors;

/**
 * A trained network that scores views of images: norms folded, channels-last, in the precision it
 * was trained in. For one thread at a time; owns native memory until {@link #close}.
 */
public final class NetworkScorer implements ViewScorer, AutoCloseable {
  private final LayerNetwork network;
  private final ImageAssembler assembler;
  private final int[] shape;
  private final Precision precision;

  /**
   * A scorer of {@code examples}, which are images.
   *
   * @param precision FP32 or BF16
   */
  public NetworkScorer(
      NetworkDescription description,
      StateDict state,
      Precision precision,
      Examples examples,
      Views views) {
    if (!(examples.values() instanceof ByteValues images)) {
      throw new IllegalArgumentException("expected images, found a table");
    }
    this.precision = precision;
    shape = examples.shape();
    var folded = FoldedNorms.of(description, state);
    network = new LayerNetwork(folded.description(), precision);
    network.load(folded.state());
    assembler = new ImageAssembler(images, shape, description.normalisation(), views);
  }

  @Override
  public float[] logits(int[] examples, int[] views) {
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard()) {
      Tensor batch =
          Tensors.emptyChannelsLast(precision, examples.length, shape[0], shape[1], shape[2]);
      assembler.write(examples, views, 0, examples.length, batch);
      return Tensors.toFloats(network.forward(ComputeDevice.here(batch), false));
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
