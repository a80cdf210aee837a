package org.limbeck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.nn.Layer;
import org.limbeck.nn.Natives;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;

/** The convolutions of a network alone, forward and backward: the floor of its training step. */
final class ConvolutionWork implements Images.Work {
  private static final long[] ONE = {1, 1};

  private final NetworkSpec spec;

  ConvolutionWork(String network) {
    spec = NetworkSpec.parse(network);
  }

  /** One convolution with its operands. */
  private record Operands(
      Layer.Convolution layer, Tensor input, Tensor weight, Tensor gradient, boolean first) {}

  @Override
  public void measure(ImageSettings settings, Map<String, Object> result) {
    Natives.useThreads(settings.threads());
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard();
        var none = new TensorOptional();
        var noBias = new BoolPointer(3)) {
      List<Operands> all = operands(settings.batch());
      List<Double> times = new ArrayList<>();
      long end = System.nanoTime() + (long) ((1 + settings.seconds()) * settings.rounds() * 1e9);
      while (System.nanoTime() < end) {
        long start = System.nanoTime();
        all.forEach(operands -> run(operands, none, noBias));
        times.add((System.nanoTime() - start) / 1e9);
      }
      double seconds = StepWork.median(times.subList(times.size() / 4, times.size()));
      result.put("images_per_second", settings.batch() / seconds);
    }
  }

  private List<Operands> operands(int batch) {
    Precision precision = Precision.AUTO.resolved(spec);
    List<Operands> all = new ArrayList<>();
    int size = 32;
    for (Layer layer :
        spec.layers(new int[] {3, 32, 32}, 10).stream().flatMap(Layer::all).toList()) {
      if (layer instanceof Layer.Convolution conv) {
        int out = size / conv.stride();
        Tensor input = Tensors.emptyChannelsLast(precision, batch, conv.in(), size, size);
        Tensor weight =
            Tensors.emptyChannelsLast(
                precision, conv.out(), conv.in(), conv.kernel(), conv.kernel());
        Tensor gradient = Tensors.emptyChannelsLast(precision, batch, conv.out(), out, out);
        all.add(
            new Operands(
                conv, input.normal_(), weight.normal_(), gradient.normal_(), all.isEmpty()));
        size = out;
      }
    }
    return all;
  }

  private static void run(Operands operands, TensorOptional none, BoolPointer mask) {
    Layer.Convolution conv = operands.layer();
    long[] stride = {conv.stride(), conv.stride()};
    long[] padding = {conv.padding(), conv.padding()};
    mask.put(0, !operands.first());
    mask.put(1, true);
    mask.put(2, false);
    try (var scope = new PointerScope()) {
      torch.conv2d(operands.input(), operands.weight(), none, stride, padding, ONE, 1);
      torch.convolution_backward(
          operands.gradient(),
          operands.input(),
          operands.weight(),
          new long[0],
          stride,
          padding,
          ONE,
          false,
          new long[] {0, 0},
          1,
          mask);
    }
  }
}
