package org.limbeck.study;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.PostShift;
import org.limbeck.study.recipe.PostHocOptions;
import org.limbeck.teacher.CalibrationFit;
import org.limbeck.teacher.HeldOut;
import org.limbeck.teacher.ScoreMode;
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

  /** Scores become scale z_y + shift_y; an empty shift is none. */
  @SuppressWarnings("ArrayRecordComponent") // short, read-only
  record Change(double scale, double[] shift) {}

  /** The rule fitted on some predictions; every class occurs in them. */
  Change of(Predictions predictions) {
    float[] scores = predictions.logProbabilities();
    if (options.rule() == PostHocOptions.Rule.TEMPERATURE) {
      var ones = new double[predictions.classes()];
      Arrays.fill(ones, 1);
      var heldOut = new HeldOut(scores, predictions.labels(), frequencies(predictions));
      var fitted = CalibrationFit.fit(ScoreMode.TEMPERATURE, ones, heldOut);
      return new Change(fitted.scale().get(0), new double[0]);
    }
    double delta = Objects.requireNonNull(options.delta());
    var found = PostShift.fit(scores, predictions.labels(), prior, costs, delta);
    return new Change(1, found.logShift().stream().mapToDouble(Double::doubleValue).toArray());
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
   * example is in both.
   */
  Predictions crossFitted(Predictions all) {
    int[] half = halves(all);
    float[] logs = all.logProbabilities();
    var changed = new float[logs.length];
    for (int fold = 0; fold < 2; fold++) {
      int own = fold;
      int[] others = IntStream.range(0, half.length).filter(i -> half[i] != own).toArray();
      Change change = of(all.select(others));
      IntStream.range(0, half.length)
          .filter(i -> own == 0 ? half[i] <= 0 : half[i] == own)
          .forEach(i -> apply(change, logs, all.classes(), i, changed));
    }
    return new Predictions(all.split(), all.classes(), all.labels(), all.groups(), changed);
  }

  /** 0 or 1 in turn within each class; -1 for the only example of a class. */
  private static int[] halves(Predictions all) {
    var counts = new int[all.classes()];
    Arrays.stream(all.labels()).forEach(label -> counts[label]++);
    var seen = new int[all.classes()];
    return Arrays.stream(all.labels())
        .map(label -> counts[label] == 1 ? -1 : seen[label]++ % 2)
        .toArray();
  }

  private static void apply(Change change, float[] logs, int m, int example, float[] into) {
    var scores = new double[m];
    double sum = 0;
    for (int y = 0; y < m; y++) {
      double shift = change.shift().length == 0 ? 0 : change.shift()[y];
      scores[y] = Math.exp(change.scale() * logs[example * m + y] + shift);
      sum += scores[y];
    }
    for (int y = 0; y < m; y++) {
      into[example * m + y] = (float) (scores[y] / sum);
    }
  }
}
