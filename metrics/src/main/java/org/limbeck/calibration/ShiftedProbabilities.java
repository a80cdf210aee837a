package org.limbeck.calibration;

/**
 * The probabilities of one example after another: p = softmax(scale_y (z_y - log c_y) + shift_y +
 * log(piSplit_y / piTrain_y)).
 */
final class ShiftedProbabilities {
  private final double[] slope;
  private final double[] offset;

  /**
   * A scorer.
   *
   * @param logShift log(piSplit_y / piTrain_y), {@code [classes]}
   */
  ShiftedProbabilities(ScoreTransform calibration, double[] logShift) {
    int m = calibration.classes();
    slope = new double[m];
    offset = new double[m];
    for (int y = 0; y < m; y++) {
      slope[y] = calibration.scale().get(y);
      offset[y] =
          calibration.shift().get(y) - slope[y] * calibration.logCosts().get(y) + logShift[y];
    }
  }

  /** Writes the probabilities of an example. */
  void score(LogitRows rows, int example, double[] probabilities) {
    rows.read(example, probabilities);
    for (int y = 0; y < slope.length; y++) {
      probabilities[y] = slope[y] * probabilities[y] + offset[y];
    }
    Softmax.inPlace(probabilities);
  }
}
