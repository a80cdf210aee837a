package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.limbeck.calibration.StratifiedHalves;
import org.limbeck.data.Split;
import org.limbeck.metric.ArgMax;
import org.limbeck.objective.ClassPrior;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.train.Predictions;

class PostHocFitTest {
  private static final int[] LABELS =
      IntStream.range(0, 301).map(i -> i == 300 ? 3 : i % 3).toArray();
  private static final ClassPrior PRIOR = ClassPrior.of(0.6, 0.3, 0.08, 0.02);

  private static Predictions predictions() {
    var random = new SplittableRandom(5);
    var values = new float[LABELS.length * 4];
    for (int i = 0; i < LABELS.length; i++) {
      double sum = 0;
      for (int y = 0; y < 4; y++) {
        double score = Math.exp((y == LABELS[i] ? 1 : 0) + 2 * random.nextDouble()) * PRIOR.of(y);
        values[i * 4 + y] = (float) score;
        sum += score;
      }
      for (int y = 0; y < 4; y++) {
        values[i * 4 + y] /= (float) sum;
      }
    }
    return new Predictions(Split.VALIDATION, 4, LABELS, new int[0], values);
  }

  private static PostHocFit fit(PostHocOptions.Rule rule, @Nullable Double delta) {
    return new PostHocFit(
        new PostHocOptions(rule, delta, "standard", null), PRIOR, new double[] {1, 1, 1, 1});
  }

  @Test
  void crossFitted_postShift_changesEachHalfByTheRuleOfTheOther() {
    PostHocFit fit = fit(PostHocOptions.Rule.POST_SHIFT, 1.0);
    Predictions all = predictions();
    Predictions found = fit.crossFitted(all);
    var halves = new StratifiedHalves(LABELS, 4);
    int[] second =
        IntStream.range(0, 301).filter(i -> i == 300 || halves.of(i) != halves.of(0)).toArray();
    List<Double> shift = fit.of(all.select(second)).shift();
    double ratio = found.probabilities()[0] / found.probabilities()[1];
    double before = all.probabilities()[0] / all.probabilities()[1];
    assertThat(ratio)
        .isCloseTo(before * Math.exp(shift.get(0) - shift.get(1)), within(1e-3 * ratio));
    for (int i = 0; i < LABELS.length; i++) {
      double sum = 0;
      for (int y = 0; y < 4; y++) {
        sum += found.probabilities()[i * 4 + y];
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void crossFitted_temperature_keepsThePredictions() {
    Predictions all = predictions();
    Predictions found = fit(PostHocOptions.Rule.TEMPERATURE, null).crossFitted(all);
    assertThat(ArgMax.of(found.probabilities(), 4)).containsExactly(all.predicted());
    assertThat(Arrays.equals(found.probabilities(), all.probabilities())).isFalse();
  }
}
