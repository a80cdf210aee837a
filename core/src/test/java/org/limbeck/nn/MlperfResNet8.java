package org.limbeck.nn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Datasets;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.metric.ArgMax;
import org.limbeck.nn.input.Inputs;

/**
 * The ResNet-8 of MLPerf Tiny in Limbeck's layers, with the weights its authors trained.
 *
 * <p>Source: github mlcommons/tiny, commit 1afd2c9820f795965a6134facd0b4dfae41ef23f, Apache 2.0.
 */
final class MlperfResNet8 {
  private static final double EPSILON = 0.001;

  private MlperfResNet8() {}

  static NetworkDescription description() {
    var plain = new Normalisation(new float[3], new float[] {1, 1, 1});
    return new NetworkDescription(
        new int[] {3, 32, 32},
        10,
        plain,
        List.of(
            conv(0, 3, 16, 3, 1),
            norm(0, 16),
            new Layer.Relu(),
            new Layer.Residual(
                List.of(
                    conv(1, 16, 16, 3, 1),
                    norm(1, 16),
                    new Layer.Relu(),
                    conv(2, 16, 16, 3, 1),
                    norm(2, 16)),
                List.of()),
            new Layer.Relu(),
            halving(3, 3, 16, 32),
            new Layer.Relu(),
            halving(6, 5, 32, 64),
            new Layer.Relu(),
            new Layer.GlobalAveragePool(),
            new Layer.Linear("dense", 64, 10)));
  }

  /** A block with stride 2; TensorFlow pads such a convolution below and on the right only. */
  private static Layer halving(int firstConv, int firstNorm, int in, int out) {
    return new Layer.Residual(
        List.of(
            new Layer.ZeroPad(0, 0, 1, 1),
            new Layer.Convolution(name("conv2d", firstConv), in, out, 3, 2, 0, true),
            norm(firstNorm, out),
            new Layer.Relu(),
            conv(firstConv + 1, out, out, 3, 1),
            norm(firstNorm + 1, out)),
        List.of(conv(firstConv + 2, in, out, 1, 2)));
  }

  private static Layer conv(int index, int in, int out, int kernel, int stride) {
    return new Layer.Convolution(name("conv2d", index), in, out, kernel, stride, kernel / 2, true);
  }

  private static Layer norm(int index, int channels) {
    return new Layer.BatchNorm(name("batch_normalization", index), channels, EPSILON);
  }

  private static String name(String kind, int index) {
    return index == 0 ? kind : kind + "_" + index;
  }

  /** Their weights under our names and in our order of dimensions. */
  static StateDict state() {
    FloatBuffer flat =
        ByteBuffer.wrap(resource("resnet8.f32")).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    Map<String, float[]> theirs = new LinkedHashMap<>();
    new String(resource("resnet8.csv"), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(
            row -> {
              var values = new float[Integer.parseInt(row[3])];
              flat.get(Integer.parseInt(row[2]), values);
              theirs.put(row[0], values);
            });
    Map<String, float[]> ours = new LinkedHashMap<>();
    for (StateEntry entry : description().entries()) {
      float[] values = Objects.requireNonNull(theirs.get(theirName(entry.name())));
      ours.put(entry.name(), entry.shape().size() > 1 ? transposed(values, entry) : values);
    }
    return new StateDict(ours);
  }

  private static String theirName(String ours) {
    String norm = ours.startsWith("batch") ? "gamma" : "kernel";
    return ours.replace(".weight", "/" + norm)
        .replace(".bias", ours.startsWith("batch") ? "/beta" : "/bias")
        .replace(".mean", "/moving_mean")
        .replace(".variance", "/moving_variance");
  }

  /** [rows][columns][in][out] to [out][in][rows][columns], [in][out] to [out][in]. */
  private static float[] transposed(float[] values, StateEntry entry) {
    int out = entry.shape().get(0);
    int in = entry.shape().get(1);
    int pixels = values.length / (in * out);
    var result = new float[values.length];
    for (int p = 0; p < pixels; p++) {
      for (int i = 0; i < in; i++) {
        for (int o = 0; o < out; o++) {
          result[(o * in + i) * pixels + p] = values[(p * in + i) * out + o];
        }
      }
    }
    return result;
  }

  static byte[] resource(String name) {
    try (InputStream in = MlperfResNet8.class.getResourceAsStream("mlperf/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compares scores of the official CIFAR-10 test images, in the first argument's folder, with
   * stored ones, float32 little endian in the file of the second.
   */
  public static void main(String[] arguments) throws IOException {
    Examples test =
        Datasets.source("cifar10").load(Map.of("dir", arguments[0])).test().orElseThrow();
    FloatBuffer stored =
        ByteBuffer.wrap(Files.readAllBytes(Path.of(arguments[1])))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    try (var network = new LayerNetwork(description());
        var inputs = new Inputs(test, description().normalisation())) {
      network.load(state());
      float[] logits = inputs.logits(network);
      double worst = 0;
      for (int i = 0; i < logits.length; i++) {
        worst = Math.max(worst, Math.abs(logits[i] - stored.get(i)));
      }
      int[] predicted = ArgMax.of(logits, 10);
      int right = 0;
      for (int i = 0; i < predicted.length; i++) {
        right += predicted[i] == test.labels()[i] ? 1 : 0;
      }
      System.out.printf(
          "%s, %d images: worst difference %.2g, accuracy %.4f%n",
          DataPlan.of("cifar10", null).source(),
          predicted.length,
          worst,
          (double) right / predicted.length);
    }
  }
}
