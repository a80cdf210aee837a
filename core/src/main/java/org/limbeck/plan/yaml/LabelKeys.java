package org.limbeck.plan.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Section;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.teacher.LabelSource;

/** The keys of a recipe's label source. */
final class LabelKeys {
  static final Key<LabelOptions, LabelSource> LABELS =
      new Key<>(
          "labels",
          Kind.word(LabelSource.class),
          "Where the label weights come from.",
          LabelOptions::source);
  private static final Key<LabelOptions, Double> MIX =
      new Key<>(
          "mix",
          Kind.NUMBER,
          "Share of the teacher in mixed and re-balanced labels, 0 to 1.",
          labels -> labels.needsTeacher() ? labels.mix() : null);
  private static final Key<LabelOptions, Double> TEMPERATURE =
      new Key<>(
          "temperature",
          Kind.NUMBER,
          "Temperature above 0 that softens the teacher, and the student in the teacher's term.",
          labels -> labels.needsTeacher() ? labels.temperature() : null);
  private static final Key<LabelOptions, ScoreMode> SCORES =
      new Key<>(
          "scores",
          Kind.word(ScoreMode.class),
          "How the teacher's logits become probabilities; as in `teacher` where left out.",
          LabelOptions::scores);

  /** All but {@code scores}, which the section {@code teacher} has for the whole study. */
  static final List<Entry<LabelOptions>> MIXED = List.of(LABELS, MIX, TEMPERATURE);

  /** The keys of a recipe. */
  static final List<Entry<LabelOptions>> KEYS =
      List.of(LABELS.training(), MIX.training(), TEMPERATURE.training(), SCORES.training());

  private static final double USUAL_MIX = 0.5;

  private LabelKeys() {}

  /** Reads all keys; those left out are as in {@code base}, as far as the label source has them. */
  static LabelOptions read(Section section, LabelOptions base) {
    ScoreMode given = SCORES.read(section, ScoreMode.TEMPERATURE);
    LabelOptions mixed = readMix(section, base);
    boolean soft = base.needsTeacher() && mixed.needsTeacher();
    @Nullable ScoreMode usual = soft ? base.scores() : null;
    return new LabelOptions(
        mixed.source(), mixed.mix(), mixed.temperature(), SCORES.in(section) ? given : usual);
  }

  /** Reads {@link #MIXED}. */
  static LabelOptions readMix(Section section, LabelOptions base) {
    LabelSource source = LABELS.read(section, base.source());
    boolean same = source == base.source();
    double mix = MIX.read(section, same ? base.mix() : usualMix(source));
    boolean soft = same || (isMixed(source) && isMixed(base.source()));
    double temperature = TEMPERATURE.read(section, soft ? base.temperature() : 1);
    return new LabelOptions(source, mix, temperature, null);
  }

  private static boolean isMixed(LabelSource source) {
    return source == LabelSource.MIX || source == LabelSource.REBALANCED;
  }

  private static double usualMix(LabelSource source) {
    return switch (source) {
      case ONE_HOT -> 0;
      case TEACHER, CLASS_MIX -> 1;
      case MIX, REBALANCED -> USUAL_MIX;
    };
  }
}
