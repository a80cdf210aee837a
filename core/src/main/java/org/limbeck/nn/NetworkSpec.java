package org.limbeck.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;

/**
 * A kind of network, before it is fitted to a data set: {@code mlp 256-256}, {@code convnet 16-32},
 * {@code resnet20 x0.5}.
 */
public sealed interface NetworkSpec
    permits NetworkSpec.Mlp, NetworkSpec.ConvNet, CifarResNet, ImageResNet {

  /** The largest width that is accepted. */
  int MAX_WIDTH = 65_536;

  /** The layers for examples of {@code shape} and {@code classes} outputs. */
  List<Layer> layers(int[] shape, int classes);

  /** The text that {@link #parse} reads. */
  String text();

  /**
   * Whether it is made for photographs: such networks have other defaults, views and bf16 among
   * them.
   */
  default boolean forImages() {
    return false;
  }

  /** A perceptron with one ReLU layer for each hidden width. */
  record Mlp(List<Integer> hidden) implements NetworkSpec {
    public Mlp {
      hidden = List.copyOf(hidden);
    }

    @Override
    public List<Layer> layers(int[] shape, int classes) {
      List<Layer> layers = new ArrayList<>();
      layers.add(new Layer.Flatten());
      int in = Arrays.stream(shape).reduce(1, Math::multiplyExact);
      for (int i = 0; i < hidden.size(); i++) {
        layers.add(new Layer.Linear("hidden" + i, in, hidden.get(i)));
        layers.add(new Layer.Relu());
        in = hidden.get(i);
      }
      layers.add(new Layer.Linear("output", in, classes));
      return layers;
    }

    @Override
    public String text() {
      return "mlp " + join(hidden);
    }
  }

  /**
   * A small convolutional network for images of 8 x 8 and up: for each width a 3 x 3 convolution,
   * batch norm and ReLU, halving the image from the second on; then the mean over the image and one
   * linear layer.
   */
  record ConvNet(List<Integer> channels) implements NetworkSpec {
    private static final int SMALLEST_IMAGE = 8;

    public ConvNet {
      channels = List.copyOf(channels);
    }

    @Override
    public List<Layer> layers(int[] shape, int classes) {
      ResNetBlocks.requireImages(this, shape, SMALLEST_IMAGE);
      List<Layer> layers = new ArrayList<>();
      int in = shape[0];
      for (int i = 0; i < channels.size(); i++) {
        int out = channels.get(i);
        layers.add(new Layer.Convolution("conv" + i, in, out, 3, i == 0 ? 1 : 2, 1, false));
        layers.add(new Layer.BatchNorm("norm" + i, out));
        layers.add(new Layer.Relu());
        in = out;
      }
      layers.add(new Layer.GlobalAveragePool());
      layers.add(new Layer.Linear("output", in, classes));
      return layers;
    }

    @Override
    public String text() {
      return "convnet " + join(channels);
    }
  }

  /**
   * Reads {@code mlp 256-256} or {@code convnet 16-32}, a kind and widths joined by hyphens; or
   * {@code resnet20 x0.5} and the like, a depth and perhaps a width multiplier.
   *
   * @throws LimbeckException if it is none of them
   */
  static NetworkSpec parse(String text) {
    return NetworkParser.parse(text);
  }

  private static String join(List<Integer> widths) {
    return widths.stream().map(Object::toString).collect(Collectors.joining("-"));
  }
}
