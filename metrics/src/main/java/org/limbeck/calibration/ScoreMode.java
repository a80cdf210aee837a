package org.limbeck.calibration;

import java.util.Locale;

/** How a teacher's logits become the label weights of its students (docs/method.md, section 4). */
public enum ScoreMode {
  /** softmax(z). */
  RAW,
  /** softmax(z - log c): undoes the costs the teacher was trained with. */
  UNCOSTED,
  /** Uncosted, then one temperature fitted on validation (Guo et al., ICML 2017). */
  TEMPERATURE,
  /** Uncosted, then one scale and one shift for each class (vector scaling, ibid.). */
  PER_CLASS;

  /** The name used in study files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
