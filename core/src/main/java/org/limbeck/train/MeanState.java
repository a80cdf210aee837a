package org.limbeck.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.nn.StateDict;

/**
 * The mean of some iterates of a training, running statistics of norms included.
 *
 * <p>The scores of the mean network are, to first order, the mean of the iterates' scores, so they
 * carry the mean of log c: that is what un-costing has to take away.
 *
 * <p>Source: Izmailov, Podoprikhin, Garipov, Vetrov &amp; Wilson, <i>Averaging weights leads to
 * wider optima and better generalization</i>, UAI 2018.
 *
 * @param state the mean
 * @param logCosts the mean of log c of each iterate's last step, {@code [classes]}
 * @param count of iterates in it, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
public record MeanState(StateDict state, double[] logCosts, int count) {

  /** The mean of one iterate, trained with costs c. */
  static MeanState of(StateDict state, double[] costs) {
    return new MeanState(state, logs(costs), 1);
  }

  /** The mean with one more iterate. */
  MeanState with(StateDict next, double[] costs) {
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
    double[] added = logs(costs);
    var moved = new double[added.length];
    for (int y = 0; y < moved.length; y++) {
      moved[y] = logCosts[y] + (added[y] - logCosts[y]) / now;
    }
    return new MeanState(new StateDict(values), moved, now);
  }

  private static double[] logs(double[] costs) {
    return Arrays.stream(costs).map(Math::log).toArray();
  }

  /** The costs that the scores of the mean network carry, {@code [classes]}. */
  double[] costs() {
    return Arrays.stream(logCosts).map(Math::exp).toArray();
  }
}
