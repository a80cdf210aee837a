package org.limbeck.teacher;

/**
 * The mean negative log-likelihood of held-out labels under softmax(scale_y s_y + shift_y + log
 * piSplit_y/piTrain_y), with s the uncosted scores; parameters are {@code [scale..., shift...]}.
 */
final class ShiftedLikelihood {
  private final double[] scores;
  private final double[] logShift;
  private final int[] labels;
  private final int classes;

  ShiftedLikelihood(ScoreCalibration uncosted, HeldOut heldOut) {
    classes = uncosted.classes();
    scores = uncosted.scores(heldOut.logits());
    labels = heldOut.labels();
    logShift = LabelShift.shifted(new double[classes], heldOut.trainPrior(), heldOut.prior());
  }

  private double[] scaled(double[] parameters) {
    var scaled = new double[scores.length];
    for (int i = 0; i < scaled.length; i++) {
      int y = i % classes;
      scaled[i] = parameters[y] * scores[i] + parameters[classes + y] + logShift[y];
    }
    return scaled;
  }

  double value(double[] parameters) {
    double[] scaled = scaled(parameters);
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      int start = i * classes;
      sum += Softmax.logSumExp(scaled, start, classes) - scaled[start + labels[i]];
    }
    return sum / labels.length;
  }

  double[] gradient(double[] parameters) {
    double[] residual = Softmax.rows(scaled(parameters), classes);
    for (int i = 0; i < labels.length; i++) {
      residual[i * classes + labels[i]] -= 1;
    }
    var gradient = new double[2 * classes];
    for (int i = 0; i < residual.length; i++) {
      int y = i % classes;
      gradient[y] += residual[i] * scores[i] / labels.length;
      gradient[classes + y] += residual[i] / labels.length;
    }
    return gradient;
  }
}
