package org.limbeck.study;

import java.util.Locale;
import org.limbeck.metric.ClassMetrics;

/** The metrics of the leaderboard, all shares in [0, 1]. */
public enum Metric {
  /** Share of examples predicted rightly. */
  ACCURACY,
  /** Mean over classes of the class accuracy. */
  BALANCED_ACCURACY,
  /** Accuracy of the class that is predicted worst. */
  WORST_CLASS_ACCURACY,
  /** Mean accuracy of the k worst classes, k = max(1, ceil(m / 10)). */
  WORST_K_ACCURACY;

  /** The metric of one run. */
  public double of(ClassMetrics metrics) {
    return switch (this) {
      case ACCURACY -> metrics.accuracy();
      case BALANCED_ACCURACY -> metrics.balancedAccuracy();
      case WORST_CLASS_ACCURACY -> metrics.worstClassAccuracy();
      case WORST_K_ACCURACY -> metrics.worstK().mean();
    };
  }

  /** The name used in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
