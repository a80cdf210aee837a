package org.limbeck.plan.yaml;

import java.util.Optional;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.teacher.LabelSource;

/** The keys of a recipe that say what is learnt from. */
final class LabelKeys {
  private static final double USUAL_MIX = 0.5;

  private LabelKeys() {}

  static LabelOptions read(Section section, LabelOptions base) {
    LabelSource source = section.word("labels", base.source(), LabelSource.class);
    boolean same = source == base.source();
    double mix = section.number("mix", same ? base.mix() : usualMix(source));
    boolean soft = base.needsTeacher() && source != LabelSource.ONE_HOT;
    double temperature = section.number("temperature", soft ? base.temperature() : 1);
    Optional<ScoreMode> scores = Optional.ofNullable(soft ? base.scores() : null);
    if (section.has("scores")) {
      scores = Optional.of(section.word("scores", ScoreMode.TEMPERATURE, ScoreMode.class));
    }
    section.read("scores");
    return new LabelOptions(source, mix, temperature, scores.orElse(null));
  }

  private static double usualMix(LabelSource source) {
    return switch (source) {
      case ONE_HOT -> 0;
      case TEACHER, CLASS_MIX -> 1;
      case MIX, REBALANCED -> USUAL_MIX;
    };
  }
}
