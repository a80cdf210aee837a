package org.limbeck.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * The residual networks for images of 32 x 32: {@code resnet20}, {@code resnet20 x0.5}.
 *
 * <p>Three stages of (depth - 2) / 6 blocks with two 3 x 3 convolutions each and 16, 32, 64
 * channels; shortcuts without weights. Source: He et al., <i>Deep residual learning for image
 * recognition</i>, CVPR 2016, section 4.2, option A.
 *
 * @param depth 6 n + 2, in [8, 1202]
 * @param width what channels are multiplied by, in (0, 64]
 */
public record CifarResNet(int depth, double width) implements NetworkSpec {
  /** The depths that a study can name. */
  static final List<Integer> DEPTHS = List.of(8, 14, 20, 32, 44, 56, 110);

  private static final int SMALLEST_IMAGE = 8;

  public CifarResNet {
    if (depth < 8 || depth > 1202 || (depth - 2) % 6 != 0) {
      throw new IllegalArgumentException("depth: expected 6 n + 2, found " + depth);
    }
    ResNetBlocks.checkWidth(width);
  }

  @Override
  public List<Layer> layers(int[] shape, int classes) {
    ResNetBlocks.requireImages(this, shape, SMALLEST_IMAGE);
    int blocks = (depth - 2) / 6;
    int in = ResNetBlocks.channels(16, width);
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Convolution("stem.conv", shape[0], in, 3, 1, 1, false));
    layers.add(new Layer.BatchNorm("stem.norm", in));
    layers.add(new Layer.Relu());
    for (int stage = 1; stage <= 3; stage++) {
      int out = ResNetBlocks.channels(8 << stage, width);
      for (int block = 0; block < blocks; block++) {
        int stride = stage > 1 && block == 0 ? 2 : 1;
        layers.add(block("stage" + stage + ".block" + block, in, out, stride));
        layers.add(new Layer.Relu());
        in = out;
      }
    }
    layers.add(new Layer.GlobalAveragePool());
    layers.add(new Layer.Linear("output", in, classes));
    return layers;
  }

  private static Layer block(String name, int in, int out, int stride) {
    boolean same = in == out && stride == 1;
    return new Layer.Residual(
        ResNetBlocks.basic(name, in, out, stride),
        same ? List.of() : List.of(new Layer.PadShortcut(in, out, stride)));
  }

  @Override
  public boolean forImages() {
    return true;
  }

  @Override
  public String text() {
    return "resnet" + depth + ResNetBlocks.suffix(width);
  }
}
