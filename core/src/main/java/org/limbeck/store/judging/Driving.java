package org.limbeck.store.judging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.ValidationParts;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.train.TrainOptions;

/**
 * The part of validation that drives a run; the other part judges it.
 *
 * @param part of validation that the run sees
 * @param judge share of each class in the second part
 */
public record Driving(ValidationParts.Part part, double judge) {

  /**
   * What of a run validation drives, in words; empty for a run that nothing of validation reaches.
   *
   * @param scores how a student's teacher is read; null without one
   */
  public static Optional<String> reason(
      Recipe recipe, @Nullable TrainOptions train, @Nullable ScoreMode scores) {
    if (recipe
        .costs()
        .moving()
        .filter(moving -> moving.source() == MultiplierOptions.RiskSource.VALIDATION)
        .isPresent()) {
      return Optional.of("its multipliers follow class risks on validation");
    }
    if (train != null && train.iterate() == TrainOptions.Iterate.BEST) {
      return Optional.of("iterate: best is the epoch with the best validation objective");
    }
    if (recipe.postHoc().rule() != PostHocOptions.Rule.NONE) {
      return Optional.of("its post-hoc rule is fitted on validation");
    }
    return scores == ScoreMode.TEMPERATURE || scores == ScoreMode.PER_CLASS
        ? Optional.of("the calibration of its teacher's scores is fitted on validation")
        : Optional.empty();
  }
}
