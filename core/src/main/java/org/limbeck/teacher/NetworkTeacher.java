package org.limbeck.teacher;

import java.util.Arrays;
import java.util.Optional;
import org.limbeck.base.Closer;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.data.Split;
import org.limbeck.data.Views;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.Precision;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.input.Inputs;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.RowWeights;

/** A network that was trained on the labels of a data set's training split. */
public final class NetworkTeacher implements Teacher {
  private final NetworkDescription network;
  private final StateDict state;
  private final Precision precision;
  private final Dataset data;
  private final double[] costs;
  private final Closer opened = new Closer();

  /**
   * A teacher.
   *
   * @param precision what images are scored in; a table always is in float32
   * @param data that it was trained on
   * @param costs c that it was trained with, {@code [classes]}
   */
  public NetworkTeacher(
      NetworkDescription network,
      StateDict state,
      Precision precision,
      Dataset data,
      double[] costs) {
    this.network = network;
    this.state = state;
    this.precision = precision;
    this.data = data;
    this.costs = costs.clone();
  }

  @Override
  public int classes() {
    return network.classes();
  }

  @Override
  public float[] logits(Split split) {
    return switch (split) {
      case TRAIN -> logits(data.train());
      case VALIDATION -> logits(data.validation());
      case TEST -> throw new IllegalArgumentException("a teacher does not score the test split");
    };
  }

  private float[] logits(Examples examples) {
    if (examples.values() instanceof ByteValues) {
      try (var views = new NetworkViewLogits(network, state, precision, examples, Views.NONE)) {
        var all = new int[examples.size()];
        Arrays.setAll(all, i -> i);
        return views.logits(all, new int[examples.size()]);
      }
    }
    try (var layers = new LayerNetwork(network);
        var inputs = new Inputs(examples, network.normalisation())) {
      layers.load(state);
      return inputs.logits(layers);
    }
  }

  @Override
  public Optional<ViewLogits> views(Views views) {
    if (!(data.train().values() instanceof ByteValues)) {
      return Optional.empty();
    }
    var logits = new NetworkViewLogits(network, state, precision, data.train(), views);
    return Optional.of(opened.add(logits, NetworkViewLogits::close));
  }

  @Override
  public Optional<double[]> costs() {
    return Optional.of(costs.clone());
  }

  @Override
  public Optional<ClassPrior> prior() {
    LabelWeights labels = LabelWeights.oneHot(data.train().labels(), data.classes());
    RowWeights weights = RowWeights.of(data.train().details().weights());
    return Optional.of(ClassPrior.of(labels.weighted(weights), data.classNames()));
  }

  @Override
  public void close() {
    opened.close();
  }
}
