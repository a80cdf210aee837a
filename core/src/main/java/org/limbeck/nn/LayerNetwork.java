package org.limbeck.nn;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.base.Closer;
import org.limbeck.base.NamedRandom;

/** A {@link Network} that runs the layers of its description one after the other. */
public final class LayerNetwork implements Network {
  private final Closer closer = new Closer();
  private final NetworkDescription description;
  private final Precision precision;
  private final ParameterArena parameters;
  private final Map<String, Tensor> statistics = new HashMap<>();
  private final LayerSteps.Step forward;

  /** A network in float32 with all weights zero; {@link #load} gives it others. */
  public LayerNetwork(NetworkDescription description) {
    this(description, Precision.FP32);
  }

  /**
   * A network with all weights zero; {@link #load} gives it others.
   *
   * @param precision FP32 or BF16
   */
  public LayerNetwork(NetworkDescription description, Precision precision) {
    Natives.load();
    this.description = description;
    this.precision = precision;
    try (var scope = new PointerScope()) {
      parameters =
          closer.add(new ParameterArena(description.entries(), precision), ParameterArena::close);
      for (StateEntry entry : description.entries()) {
        if (!entry.trainable()) {
          Tensor zeros = ComputeDevice.here(torch.zeros(entry.dimensions()));
          statistics.put(entry.name(), Tensors.keep(zeros, closer));
        }
      }
      var steps = closer.add(new LayerSteps(this::computed), LayerSteps::close);
      forward = steps.of(description.layers());
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  /**
   * A network with He initialisation: weights normal with variance 2 / fan-in, biases 0 (He et al.,
   * <i>Delving deep into rectifiers</i>, ICCV 2015).
   */
  public static LayerNetwork initialised(
      NetworkDescription description, Precision precision, NamedRandom random) {
    var network = new LayerNetwork(description, precision);
    try {
      network.load(StateDict.initial(description.entries(), random));
    } catch (RuntimeException | Error e) {
      network.closer.closeAfter(e);
      throw e;
    }
    return network;
  }

  private Tensor computed(String name) {
    Tensor statistic = statistics.get(name);
    return statistic == null ? parameters.computed(name) : statistic;
  }

  private Tensor stored(StateEntry entry) {
    Tensor statistic = statistics.get(entry.name());
    return statistic == null ? parameters.value(entry.name()) : statistic;
  }

  @Override
  public NetworkDescription description() {
    return description;
  }

  @Override
  public Precision precision() {
    return precision;
  }

  @Override
  public Tensor forward(Tensor input, boolean training) {
    parameters.refresh();
    if (training) {
      BitRelu.begin();
    }
    return forward.apply(input.to(precision.type()), training);
  }

  @Override
  public ParameterArena parameters() {
    return parameters;
  }

  @Override
  public StateDict state() {
    Map<String, float[]> state = new LinkedHashMap<>();
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard()) {
      for (StateEntry entry : description.entries()) {
        state.put(entry.name(), Tensors.toFloats(stored(entry)));
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
        stored(entry).copy_(Tensors.of(state.get(entry.name()), entry.dimensions()));
      }
    }
  }

  @Override
  public void close() {
    closer.close();
  }
}
