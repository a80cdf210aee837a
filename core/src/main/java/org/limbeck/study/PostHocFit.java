package org.limbeck.study;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.limbeck.calibration.CalibrationFit;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.calibration.ScoreTransform;
import org.limbeck.calibration.StratifiedHalves;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.PostShift;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.train.Predictions;

/**
 * Fits a post-hoc rule to predictions.
 *
 * @param options which rule
 * @param prior pi that the network was trained under
 * @param costs c that it was trained with
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
record PostHocFit(PostHocOptions options, ClassPrior prior, double[] costs) {

  /** The rule fitted on some predictions, as a change of scores; every class occurs in them. */
  ScoreTransform of(Predictions predictions) {
    float[] scores = predictions.logProbabilities();
    if (options.rule() == PostHocOptions.Rule.TEMPERATURE) {
      var ones = new double[predictions.classes()];
      Arrays.fill(ones, 1);
      var heldOut = new HeldOutScores(scores, predictions.labels(), frequencies(predictions));
      return CalibrationFit.fit(ScoreMode.TEMPERATURE, ones, heldOut);
    }
    double delta = Objects.requireNonNull(options.delta());
    var found = PostShift.fit(scores, predictions.labels(), prior, costs, delta);
    ScoreTransform raw = ScoreTransform.raw(predictions.classes());
    return new ScoreTransform(raw.mode(), raw.logCosts(), raw.scale(), found.logShift());
  }

  private static ClassPrior frequencies(Predictions predictions) {
    var counts = new double[predictions.classes()];
    for (int label : predictions.labels()) {
      counts[label] += 1.0 / predictions.labels().length;
    }
    return ClassPrior.of(counts);
  }

  /**
   * Each half of the predictions changed by the rule fitted on the other half; a class with one
   * example is fitted on in both.
   */
  Predictions crossFitted(Predictions all) {
    int m = all.classes();
    var halves = new StratifiedHalves(all.labels(), m);
    var changed = new float[all.probabilities().length];
    for (int half = 0; half < 2; half++) {
      ScoreTransform change = of(all.select(others(all, halves, half)));
      float[] probabilities = changed(all, change).probabilities();
      for (int i = 0; i < changed.length; i++) {
        if (halves.of(i / m) == half) {
          changed[i] = probabilities[i];
        }
      }
    }
    return new Predictions(all.split(), m, all.labels(), all.groups(), changed);
  }

  /** Some predictions with their scores changed. */
  static Predictions changed(Predictions before, ScoreTransform change) {
    double[] probabilities = change.probabilities(before.logProbabilities());
    var rounded = new float[probabilities.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) probabilities[i];
    }
    return new Predictions(
        before.split(), before.classes(), before.labels(), before.groups(), rounded);
  }

  private static int[] others(Predictions all, StratifiedHalves halves, int half) {
    var counts = new int[all.classes()];
    Arrays.stream(all.labels()).forEach(label -> counts[label]++);
    return IntStream.range(0, all.labels().length)
        .filter(i -> halves.of(i) != half || counts[all.labels()[i]] == 1)
        .toArray();
  }
}
