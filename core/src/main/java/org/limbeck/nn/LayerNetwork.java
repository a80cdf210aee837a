package org.limbeck.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.data.NamedRandom;

/** A {@link Network} that runs the layers of its description one after the other. */
public final class LayerNetwork implements Network {
  private interface Step {
    Tensor apply(Tensor input, boolean training);
  }

  private final NetworkDescription description;
  private final ParameterArena parameters;
  private final Map<String, Tensor> statistics = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Pointer> kept = new ArrayList<>();

  /** A network with all weights zero; {@link #initialised} and {@link #load} give it others. */
  public LayerNetwork(NetworkDescription description) {
    Natives.useOneThread();
    this.description = description;
    parameters = new ParameterArena(description.entries());
    try (var scope = new PointerScope()) {
      description.entries().stream()
          .filter(entry -> !entry.trainable())
          .forEach(entry -> statistics.put(entry.name(), keep(torch.zeros(entry.dimensions()))));
      steps.add(normalisation());
      description.layers().forEach(layer -> steps.add(step(layer)));
    }
  }

  /**
   * A network with He initialisation: weights normal with variance 2 / fan-in, biases 0 (He et al.,
   * <i>Delving deep into rectifiers</i>, ICCV 2015).
   */
  public static LayerNetwork initialised(NetworkDescription description, NamedRandom random) {
    var network = new LayerNetwork(description);
    Map<String, float[]> state = new LinkedHashMap<>();
    for (StateEntry entry : description.entries()) {
      state.put(entry.name(), initial(entry, random));
    }
    network.load(new StateDict(state));
    return network;
  }

  private static float[] initial(StateEntry entry, NamedRandom random) {
    int size = Math.toIntExact(entry.size());
    if (entry.fanIn() == 0) {
      var values = new float[size];
      Arrays.fill(values, entry.initial());
      return values;
    }
    float[] values = random.gaussians(size);
    float deviation = (float) Math.sqrt(2.0 / entry.fanIn());
    for (int i = 0; i < values.length; i++) {
      values[i] *= deviation;
    }
    return values;
  }

  private <P extends Pointer> P keep(P pointer) {
    kept.add(Tensors.keep(pointer));
    return pointer;
  }

  private Step normalisation() {
    float[] mean = description.normalisation().mean();
    float[] scale = description.normalisation().deviation().clone();
    for (int c = 0; c < scale.length; c++) {
      scale[c] = 1 / scale[c];
    }
    long[] shape = new long[description.shape().length];
    Arrays.fill(shape, 1);
    shape[0] = mean.length;
    Tensor shift = keep(Tensors.of(mean, shape));
    Tensor factor = keep(Tensors.of(scale, shape));
    return (input, training) -> input.sub(shift).mul_(factor);
  }

  private Step step(Layer layer) {
    if (layer instanceof Layer.Linear linear) {
      Tensor weight = parameters.view(linear.name() + ".weight");
      TensorOptional bias = optional(parameters.view(linear.name() + ".bias"));
      return (input, training) -> torch.linear(input, weight, bias);
    }
    if (layer instanceof Layer.Convolution conv) {
      return convolution(conv);
    }
    if (layer instanceof Layer.BatchNorm norm) {
      return batchNorm(norm);
    }
    UnaryOperator<Tensor> plain = plain(layer);
    return (input, training) -> plain.apply(input);
  }

  private static UnaryOperator<Tensor> plain(Layer layer) {
    if (layer instanceof Layer.Relu) {
      return torch::relu;
    }
    if (layer instanceof Layer.GlobalAveragePool) {
      return input -> torch.mean(input, 2, 3);
    }
    if (layer instanceof Layer.Flatten) {
      return input -> input.flatten(1, -1);
    }
    throw new IllegalArgumentException("no forward pass for " + layer);
  }

  private Step convolution(Layer.Convolution conv) {
    Tensor weight = parameters.view(conv.name() + ".weight");
    TensorOptional none = keep(new TensorOptional());
    long[] stride = {conv.stride(), conv.stride()};
    long[] padding = {conv.padding(), conv.padding()};
    long[] dilation = {1, 1};
    return (input, training) -> torch.conv2d(input, weight, none, stride, padding, dilation, 1);
  }

  private Step batchNorm(Layer.BatchNorm norm) {
    TensorOptional weight = optional(parameters.view(norm.name() + ".weight"));
    TensorOptional bias = optional(parameters.view(norm.name() + ".bias"));
    TensorOptional mean = optional(statistic(norm.name() + ".mean"));
    TensorOptional variance = optional(statistic(norm.name() + ".variance"));
    return (input, training) ->
        torch.batch_norm(
            input,
            weight,
            bias,
            mean,
            variance,
            training,
            Layer.BatchNorm.MOMENTUM,
            Layer.BatchNorm.EPSILON,
            false);
  }

  private TensorOptional optional(Tensor tensor) {
    return keep(new TensorOptional(tensor));
  }

  private Tensor statistic(String name) {
    Tensor statistic = statistics.get(name);
    if (statistic == null) {
      throw new IllegalStateException("no statistic '" + name + "'");
    }
    return statistic;
  }

  @Override
  public NetworkDescription description() {
    return description;
  }

  @Override
  public Tensor forward(Tensor input, boolean training) {
    Tensor value = input;
    for (Step step : steps) {
      value = step.apply(value, training);
    }
    return value;
  }

  @Override
  public ParameterArena parameters() {
    return parameters;
  }

  private Tensor tensor(StateEntry entry) {
    return entry.trainable() ? parameters.view(entry.name()) : statistic(entry.name());
  }

  @Override
  public StateDict state() {
    Map<String, float[]> state = new LinkedHashMap<>();
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard()) {
      for (StateEntry entry : description.entries()) {
        state.put(entry.name(), Tensors.toFloats(tensor(entry)));
      }
    }
    return new StateDict(state);
  }

  @Override
  public void load(StateDict state) {
    state.requireEntries(description.entries());
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard()) {
      for (StateEntry entry : description.entries()) {
        Tensors.copy(state.get(entry.name()), tensor(entry));
      }
    }
  }

  @Override
  public void close() {
    kept.forEach(Tensors::release);
    parameters.close();
  }
}
