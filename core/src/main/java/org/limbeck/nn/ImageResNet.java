package org.limbeck.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The residual networks for larger images: {@code resnet18}, {@code resnet50 x0.5}, {@code resnet18
 * small-stem}.
 *
 * <p>Four stages with 64, 128, 256, 512 channels (times 4 behind the bottlenecks of 50), 1 x 1
 * convolutions on the shortcuts that change the shape; stride in the 3 x 3 convolution of a
 * bottleneck. Source: He et al., <i>Deep residual learning for image recognition</i>, CVPR 2016,
 * table 1.
 *
 * @param depth 18, 34 or 50
 * @param width what channels are multiplied by, in (0, 64]
 * @param smallStem a 3 x 3 convolution instead of a 7 x 7 one with stride 2 and pooling: for images
 *     of 32 x 32 or 64 x 64
 */
public record ImageResNet(int depth, double width, boolean smallStem) implements NetworkSpec {
  /** Blocks of each stage. */
  static final Map<Integer, List<Integer>> BLOCKS =
      Map.of(18, List.of(2, 2, 2, 2), 34, List.of(3, 4, 6, 3), 50, List.of(3, 4, 6, 3));

  /** What follows the depth for the small stem. */
  static final String SMALL_STEM = "small-stem";

  public ImageResNet {
    if (!BLOCKS.containsKey(depth)) {
      throw new IllegalArgumentException("depth: expected 18, 34 or 50, found " + depth);
    }
    ResNetBlocks.checkWidth(width);
  }

  @Override
  public List<Layer> layers(int[] shape, int classes) {
    ResNetBlocks.requireImages(this, shape, smallStem ? 8 : 32);
    int in = ResNetBlocks.channels(64, width);
    List<Layer> layers = new ArrayList<>(stem(shape[0], in));
    List<Integer> blocks = BLOCKS.getOrDefault(depth, List.of());
    for (int stage = 0; stage < blocks.size(); stage++) {
      int middle = ResNetBlocks.channels(64 << stage, width);
      for (int block = 0; block < blocks.get(stage); block++) {
        int stride = stage > 0 && block == 0 ? 2 : 1;
        int out = depth == 50 ? 4 * middle : middle;
        layers.add(block("stage" + (stage + 1) + ".block" + block, in, middle, out, stride));
        layers.add(new Layer.Relu());
        in = out;
      }
    }
    layers.add(new Layer.GlobalAveragePool());
    layers.add(new Layer.Linear("output", in, classes));
    return layers;
  }

  private List<Layer> stem(int channels, int out) {
    var norm = new Layer.BatchNorm("stem.norm", out);
    if (smallStem) {
      return List.of(
          new Layer.Convolution("stem.conv", channels, out, 3, 1, 1, false),
          norm,
          new Layer.Relu());
    }
    return List.of(
        new Layer.Convolution("stem.conv", channels, out, 7, 2, 3, false),
        norm,
        new Layer.Relu(),
        new Layer.MaxPool(3, 2, 1));
  }

  private Layer block(String name, int in, int middle, int out, int stride) {
    List<Layer> body =
        depth == 50
            ? ResNetBlocks.bottleneck(name, in, middle, out, stride)
            : ResNetBlocks.basic(name, in, out, stride);
    boolean same = in == out && stride == 1;
    return new Layer.Residual(
        body, same ? List.of() : ResNetBlocks.projection(name, in, out, stride));
  }

  @Override
  public boolean forImages() {
    return true;
  }

  @Override
  public String text() {
    return "resnet" + depth + ResNetBlocks.suffix(width) + (smallStem ? " " + SMALL_STEM : "");
  }
}
