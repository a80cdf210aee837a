package org.limbeck.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The linear layer that makes the scores of a network. */
public final class LastLayer {
  private LastLayer() {}

  /**
   * A state whose scores are scale_y z_y + shift_y.
   *
   * @param scale {@code [classes]}
   * @param shift {@code [classes]}
   */
  public static StateDict changed(
      NetworkDescription network, StateDict state, List<Double> scale, List<Double> shift) {
    String name = name(network);
    Map<String, float[]> values = new LinkedHashMap<>(state.values());
    values.put(name + ".weight", scaled(state.get(name + ".weight"), scale));
    float[] bias = scaled(state.get(name + ".bias"), scale);
    for (int y = 0; y < bias.length; y++) {
      bias[y] += shift.get(y).floatValue();
    }
    values.put(name + ".bias", bias);
    return new StateDict(values);
  }

  private static String name(NetworkDescription network) {
    List<StateEntry> matrices =
        network.entries().stream()
            .filter(entry -> entry.shape().size() == 2 && entry.name().endsWith(".weight"))
            .toList();
    String weight = matrices.get(matrices.size() - 1).name();
    return weight.substring(0, weight.length() - ".weight".length());
  }

  /** Row by row: {@code [classes, ...]}. */
  private static float[] scaled(float[] values, List<Double> scale) {
    int width = values.length / scale.size();
    var scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (scale.get(i / width) * values[i]);
    }
    return scaled;
  }
}
