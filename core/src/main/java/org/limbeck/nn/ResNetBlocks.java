package org.limbeck.nn;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.limbeck.LimbeckException;

/** The blocks of the residual networks of both families. */
final class ResNetBlocks {
  private static final double MAX_WIDTH = 64;

  private ResNetBlocks() {}

  /** Two 3 x 3 convolutions, each with a norm. */
  static List<Layer> basic(String name, int in, int out, int stride) {
    return List.of(
        new Layer.Convolution(name + ".conv1", in, out, 3, stride, 1, false),
        new Layer.BatchNorm(name + ".norm1", out),
        new Layer.Relu(),
        new Layer.Convolution(name + ".conv2", out, out, 3, 1, 1, false),
        new Layer.BatchNorm(name + ".norm2", out));
  }

  /** 1 x 1, 3 x 3, 1 x 1; the stride is in the middle. */
  static List<Layer> bottleneck(String name, int in, int middle, int out, int stride) {
    return List.of(
        new Layer.Convolution(name + ".conv1", in, middle, 1, 1, 0, false),
        new Layer.BatchNorm(name + ".norm1", middle),
        new Layer.Relu(),
        new Layer.Convolution(name + ".conv2", middle, middle, 3, stride, 1, false),
        new Layer.BatchNorm(name + ".norm2", middle),
        new Layer.Relu(),
        new Layer.Convolution(name + ".conv3", middle, out, 1, 1, 0, false),
        new Layer.BatchNorm(name + ".norm3", out));
  }

  /** A 1 x 1 convolution with its norm. */
  static List<Layer> projection(String name, int in, int out, int stride) {
    return List.of(
        new Layer.Convolution(name + ".shortcut.conv", in, out, 1, stride, 0, false),
        new Layer.BatchNorm(name + ".shortcut.norm", out));
  }

  /** Channels under a width multiplier: the nearest number, at least 1. */
  static int channels(int channels, double width) {
    return (int) Math.max(1, Math.round(channels * width));
  }

  static void checkWidth(double width) {
    if (!(width > 0 && width <= MAX_WIDTH)) {
      throw new IllegalArgumentException("width: expected (0, 64], found " + width);
    }
  }

  /** How the text of a network says its width: nothing for 1. */
  static String suffix(double width) {
    return width == 1 ? "" : " x" + BigDecimal.valueOf(width).stripTrailingZeros().toPlainString();
  }

  static void requireImages(NetworkSpec spec, int[] shape, int smallest) {
    if (shape.length != 3 || shape[1] < smallest || shape[2] < smallest) {
      throw new LimbeckException(
          "network '%s' needs images of %d x %d or more, but an example has the shape %s; use an mlp"
              .formatted(spec.text(), smallest, smallest, Arrays.toString(shape)));
    }
  }
}
