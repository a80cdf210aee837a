package org.limbeck.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The linear layer that makes the scores of a network. */
public final class LastLayer {
  private LastLayer() {}

  /**
   * A state whose scores are scale z_y + shift_y.
   *
   * @param scale of all scores, &gt; 0
   * @param shift {@code [classes]}, or empty for none
   */
  public static StateDict changed(
      NetworkDescription network, StateDict state, double scale, double[] shift) {
    String name = name(network);
    Map<String, float[]> values = new LinkedHashMap<>(state.values());
    values.put(name + ".weight", scaled(state.get(name + ".weight"), scale));
    float[] bias = scaled(state.get(name + ".bias"), scale);
    for (int y = 0; y < shift.length; y++) {
      bias[y] += (float) shift[y];
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

  private static float[] scaled(float[] values, double scale) {
    var scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (scale * values[i]);
    }
    return scaled;
  }
}
