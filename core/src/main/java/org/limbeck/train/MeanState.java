package org.limbeck.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.nn.StateDict;

/**
 * The mean of some iterates of a training, running statistics of norms included.
 *
 * <p>Source: Izmailov, Podoprikhin, Garipov, Vetrov &amp; Wilson, <i>Averaging weights leads to
 * wider optima and better generalization</i>, UAI 2018.
 *
 * @param state the mean
 * @param count of iterates in it, at least 1
 */
public record MeanState(StateDict state, int count) {

  /** The mean with one more iterate. */
  MeanState with(StateDict next) {
    int now = count + 1;
    Map<String, float[]> values = new LinkedHashMap<>();
    state
        .values()
        .forEach(
            (name, mean) -> {
              float[] added = next.get(name);
              var moved = new float[mean.length];
              for (int i = 0; i < moved.length; i++) {
                moved[i] = mean[i] + (added[i] - mean[i]) / now;
              }
              values.put(name, moved);
            });
    return new MeanState(new StateDict(values), now);
  }
}
