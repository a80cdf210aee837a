package org.limbeck.teacher;

import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;

/**
 * The label weights that a run learns from.
 *
 * @param source where its label weights come from
 * @param mix share of the teacher in [0, 1]; of a mix and of re-balanced labels
 * @param temperature T &gt; 0 that softens the teacher and, in the teacher's share of the loss, the
 *     student; that share then weighs T^2 (Hinton, Vinyals &amp; Dean, 2015)
 * @param scores how the teacher's logits become probabilities before that; null for that of the
 *     study
 */
public record LabelOptions(
    LabelSource source, double mix, double temperature, @Nullable ScoreMode scores) {
  /** The labels alone. */
  public static final LabelOptions ONE_HOT = new LabelOptions(LabelSource.ONE_HOT, 0, 1, null);

  /** The teacher alone. */
  public static final LabelOptions TEACHER = new LabelOptions(LabelSource.TEACHER, 1, 1, null);

  public LabelOptions {
    if (!(mix >= 0 && mix <= 1)) {
      throw new IllegalArgumentException("mix: expected [0, 1], found " + mix);
    }
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException(
          "temperature: expected a finite number > 0, found " + temperature);
    }
    if (source == LabelSource.ONE_HOT && (mix != 0 || temperature != 1 || scores != null)) {
      throw new IllegalArgumentException(
          "labels: one-hot labels have no mix, temperature or scores; use labels: mix");
    }
    if (source == LabelSource.TEACHER && mix != 1) {
      throw new IllegalArgumentException("mix: labels: teacher are not mixed; use labels: mix");
    }
    if (source == LabelSource.CLASS_MIX && temperature != 1) {
      throw new IllegalArgumentException(
          "temperature: expected 1 where each class has its own mix, found " + temperature);
    }
  }

  /** Whether there must be a teacher. */
  public boolean needsTeacher() {
    return source != LabelSource.ONE_HOT;
  }

  /** What reports and cards call it: {@code 50 % teacher at temperature 2, 50 % labels}. */
  public String words() {
    String softened = temperature == 1 ? "" : " at temperature " + number(temperature);
    return switch (source) {
      case ONE_HOT -> "the labels";
      case TEACHER -> "the teacher's probabilities" + softened;
      case MIX -> shares("teacher" + softened);
      case CLASS_MIX -> "a mix of labels and teacher, with a share for each class";
      case REBALANCED -> shares("re-balanced teacher" + softened);
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private String shares(String teacher) {
    long share = Math.round(100 * mix);
    return share + " % " + teacher + ", " + (100 - share) + " % labels";
  }

  /** Weight of the softened term of the loss; 0 where there is none. */
  public double softShare() {
    return temperature == 1 ? 0 : mix;
  }
}
