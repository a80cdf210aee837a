package org.limbeck.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;
import org.limbeck.text.DidYouMean;

/**
 * A kind of network, before it is fitted to a data set: {@code mlp 256-256}, {@code convnet 16-32}.
 */
public sealed interface NetworkSpec {

  /** The largest width that is accepted. */
  int MAX_WIDTH = 65_536;

  /** The layers for examples of {@code shape} and {@code classes} outputs. */
  List<Layer> layers(int[] shape, int classes);

  /** The text that {@link #parse} reads. */
  String text();

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
      if (shape.length != 3 || shape[1] < SMALLEST_IMAGE || shape[2] < SMALLEST_IMAGE) {
        throw new LimbeckException(
            "network '%s' needs images of 8 x 8 or more, but an example has the shape %s; use an mlp"
                .formatted(text(), Arrays.toString(shape)));
      }
      List<Layer> layers = new ArrayList<>();
      int in = shape[0];
      for (int i = 0; i < channels.size(); i++) {
        int out = channels.get(i);
        layers.add(new Layer.Convolution("conv" + i, in, out, 3, i == 0 ? 1 : 2, 1));
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
   * Reads {@code mlp 256-256} or {@code convnet 16-32}: a kind, a blank, and widths joined by
   * hyphens.
   *
   * @throws LimbeckException if it is neither
   */
  static NetworkSpec parse(String text) {
    String[] words = text.strip().split("\\s+", -1);
    List<String> kinds = List.of("mlp", "convnet");
    if (!kinds.contains(words[0])) {
      throw new LimbeckException(
          "no network '%s'%s".formatted(words[0], DidYouMean.hint(words[0], kinds)));
    }
    if (words.length != 2 || !words[1].matches("[1-9]\\d{0,5}(-[1-9]\\d{0,5}){0,31}")) {
      throw new LimbeckException(
          "network '%s': expected widths, like '%s 16' or '%s 256-256'"
              .formatted(text, words[0], words[0]));
    }
    List<Integer> widths = Arrays.stream(words[1].split("-", -1)).map(Integer::valueOf).toList();
    if (widths.stream().anyMatch(width -> width > MAX_WIDTH)) {
      throw new LimbeckException(
          "network '%s': widths up to %d are possible".formatted(text, MAX_WIDTH));
    }
    return words[0].equals("mlp") ? new Mlp(widths) : new ConvNet(widths);
  }

  private static String join(List<Integer> widths) {
    return widths.stream().map(Object::toString).collect(Collectors.joining("-"));
  }
}
