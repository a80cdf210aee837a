package org.limbeck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.metric.DeltaWorst;

class PostShiftTest {
  private static final int CLASSES = 3;
  private static final int EXAMPLES = 600;
  private static final ClassPrior PRIOR = ClassPrior.of(0.8, 0.15, 0.05);
  private static final double[] ONES = {1, 1, 1};

  /** Noisy scores: log prior, a signal for the label, noise; classes of unlike difficulty. */
  @SuppressWarnings("ArrayRecordComponent") // read-only
  private record Sample(float[] logProbabilities, int[] labels) {
    static Sample of(long seed) {
      var random = new SplittableRandom(seed);
      double[] signal = {1.5, 1.0, 2.0};
      var labels = new int[EXAMPLES];
      var scores = new float[EXAMPLES * CLASSES];
      for (int i = 0; i < EXAMPLES; i++) {
        labels[i] = i % CLASSES;
        for (int y = 0; y < CLASSES; y++) {
          double own = y == labels[i] ? signal[y] : 0;
          scores[i * CLASSES + y] =
              (float) (Math.log(PRIOR.of(y)) + own + random.nextDouble() * 4 - 2);
        }
      }
      return new Sample(scores, labels);
    }

    double[] classAccuracy(double[] shift) {
      var right = new double[CLASSES];
      for (int i = 0; i < labels.length; i++) {
        int best = 0;
        for (int y = 1; y < CLASSES; y++) {
          if (logProbabilities[i * CLASSES + y] + shift[y]
              > logProbabilities[i * CLASSES + best] + shift[best]) {
            best = y;
          }
        }
        right[labels[i]] += best == labels[i] ? (double) CLASSES / EXAMPLES : 0;
      }
      return right;
    }
  }

  private static double[] shift(PostShift found) {
    return found.logShift().stream().mapToDouble(Double::doubleValue).toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void fit_deltaZero_isTheBalancedRule(long seed) {
    Sample sample = Sample.of(seed);
    PostShift found = PostShift.fit(sample.logProbabilities, sample.labels, PRIOR, ONES, 0);
    double[] balanced = Arrays.stream(PRIOR.toArray()).map(p -> -Math.log(p)).toArray();
    double[] shift = shift(found);
    for (int y = 1; y < CLASSES; y++) {
      assertThat(shift[y] - shift[0]).isCloseTo(balanced[y] - balanced[0], within(1e-9));
    }
    assertThat(found.deltaWorstAccuracy())
        .isCloseTo(
            Arrays.stream(sample.classAccuracy(balanced)).average().orElseThrow(), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void fit_largeDelta_isTheWorstClassRuleOfBruteForce(long seed) {
    Sample sample = Sample.of(seed);
    double bruteForce = 0;
    for (double a = -5; a <= 5; a += 0.02) {
      for (double b = -5; b <= 5; b += 0.02) {
        double[] accuracy = sample.classAccuracy(new double[] {0, a, b});
        bruteForce = Math.max(bruteForce, Arrays.stream(accuracy).min().orElseThrow());
      }
    }
    PostShift found = PostShift.fit(sample.logProbabilities, sample.labels, PRIOR, ONES, 5);
    double worst = Arrays.stream(sample.classAccuracy(shift(found))).min().orElseThrow();
    assertThat(worst).isCloseTo(found.deltaWorstAccuracy(), within(1e-9));
    assertThat(worst).isGreaterThanOrEqualTo(bruteForce - 1.5 * CLASSES / EXAMPLES);
  }

  @Test
  void fit_costsOfTraining_areUndone() {
    Sample sample = Sample.of(4);
    double[] costs = {1, 3, 0.5};
    float[] costed = sample.logProbabilities.clone();
    for (int i = 0; i < costed.length; i++) {
      costed[i] += (float) Math.log(costs[i % CLASSES]);
    }
    double plain =
        PostShift.fit(sample.logProbabilities, sample.labels, PRIOR, ONES, 0.3)
            .deltaWorstAccuracy();
    assertThat(PostShift.fit(costed, sample.labels, PRIOR, costs, 0.3).deltaWorstAccuracy())
        .isCloseTo(plain, within(1e-3));
  }

  @Test
  void fit_largerDelta_givesABetterDeltaWorstAccuracyThanTheBalancedRule() {
    Sample sample = Sample.of(6);
    double[] balanced = Arrays.stream(PRIOR.toArray()).map(p -> -Math.log(p)).toArray();
    for (double delta : new double[] {0.05, 0.3, 1}) {
      PostShift found = PostShift.fit(sample.logProbabilities, sample.labels, PRIOR, ONES, delta);
      assertThat(found.deltaWorstAccuracy())
          .isGreaterThanOrEqualTo(DeltaWorst.of(sample.classAccuracy(balanced), delta));
    }
  }

  @Test
  void fit_badDelta_isRefused() {
    Sample sample = Sample.of(1);
    for (double delta : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(
              () -> PostShift.fit(sample.logProbabilities, sample.labels, PRIOR, ONES, delta))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("delta: ");
    }
  }
}
