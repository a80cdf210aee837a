package org.limbeck.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.nn.Natives;
import org.limbeck.nn.Tensors;

/** The loss of recipes against its definition in double precision, and its gradient. */
class ClassLossTest {
  private static final int BATCH = 4;
  private static final int CLASSES = 3;
  private static final float[] LOG_COSTS = {0.3f, -1.2f, 0.5f};
  private static final float[] WEIGHTS = {0.5f, 1.5f, 2f};
  private static final float[] MARGINS = {0.4f, 2f, 15f};

  @BeforeAll
  static void oneThread() {
    Natives.useThreads(1);
  }

  private static float[] scores() {
    var random = new SplittableRandom(1);
    var values = new float[BATCH * CLASSES];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextDouble() * 8 - 4);
    }
    return values;
  }

  /** Rows of soft labels that sum to 1, {@code rows} of them for each example. */
  private static float[] labels(int rows) {
    var random = new SplittableRandom(2);
    var values = new float[BATCH * rows * CLASSES];
    for (int start = 0; start < values.length; start += CLASSES) {
      double a = random.nextDouble();
      double b = (1 - a) * random.nextDouble();
      values[start] = (float) a;
      values[start + 1] = (float) b;
      values[start + 2] = (float) (1 - a - b);
    }
    return values;
  }

  private static Tensor vector(float[] values) {
    return Tensors.of(values, values.length);
  }

  private static @Nullable Tensor vectorIf(boolean wanted, float[] values) {
    return wanted ? vector(values) : null;
  }

  /** The definition: margins by a sum over pairs of classes. */
  private static double expected(
      float[] scores, float[] labels, boolean weights, boolean margins, double share, double t) {
    int width = labels.length / BATCH;
    double sum = 0;
    for (int i = 0; i < BATCH; i++) {
      var s = new double[CLASSES];
      for (int y = 0; y < CLASSES; y++) {
        s[y] = scores[i * CLASSES + y] - LOG_COSTS[y];
      }
      for (int y = 0; y < CLASSES; y++) {
        double w = weights ? WEIGHTS[y] : 1;
        double delta = margins ? MARGINS[y] : 0;
        sum += (1 - share) * w * labels[i * width + y] * pairwise(s, y, delta, 1);
        if (share > 0) {
          sum += share * t * t * w * labels[i * width + CLASSES + y] * pairwise(s, y, 0, t);
        }
      }
    }
    return sum / BATCH;
  }

  private static double pairwise(double[] s, int y, double delta, double t) {
    double inner = 1;
    for (int j = 0; j < s.length; j++) {
      inner += j == y ? 0 : Math.exp((s[j] - (s[y] - delta)) / t);
    }
    return Math.log(inner);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, 0, 1",
    "true, false, 0, 1",
    "false, true, 0, 1",
    "true, true, 0, 1",
    "false, false, 0.5, 2",
    "true, true, 0.3, 4",
    "false, false, 1, 3"
  })
  void of_softLabels_isTheDefinitionAndItsSlope(
      boolean weights, boolean margins, double share, double temperature) {
    try (var scope = new PointerScope()) {
      int rows = share > 0 ? 2 : 1;
      float[] labels = labels(rows);
      var loss =
          new ClassLoss(
              vector(LOG_COSTS),
              vectorIf(weights, WEIGHTS),
              vectorIf(margins, MARGINS),
              share,
              temperature);
      Tensor labelWeights = Tensors.of(labels, BATCH, (long) rows * CLASSES);
      MarginLoss.Value value = loss.of(Tensors.of(scores(), BATCH, CLASSES), labelWeights);
      assertThat((double) Tensors.toFloats(value.mean())[0])
          .isCloseTo(
              expected(scores(), labels, weights, margins, share, temperature), within(2e-5));
      float[] gradient = Tensors.toFloats(value.gradient());
      for (int i = 0; i < gradient.length; i++) {
        float[] up = scores();
        float[] down = scores();
        up[i] += 1e-2f;
        down[i] -= 1e-2f;
        double slope =
            (expected(up, labels, weights, margins, share, temperature)
                    - expected(down, labels, weights, margins, share, temperature))
                / ((double) up[i] - down[i]);
        assertThat((double) gradient[i]).isCloseTo(slope, within(1e-4));
      }
    }
  }

  @Test
  void of_nothingAdded_isTheMarginLoss() {
    try (var scope = new PointerScope()) {
      Tensor scores = Tensors.of(scores(), BATCH, CLASSES);
      Tensor labels = Tensors.of(labels(1), BATCH, CLASSES);
      Tensor costs = vector(LOG_COSTS);
      MarginLoss.Value plain = MarginLoss.withGradient(scores, labels, costs);
      MarginLoss.Value general = new ClassLoss(costs, null, null, 0, 1).of(scores, labels);
      assertThat(Tensors.toFloats(general.gradient()))
          .containsExactly(Tensors.toFloats(plain.gradient()), within(1e-6f));
    }
  }

  @ParameterizedTest
  @CsvSource({"15, 300", "15, 17", "20, 25", "60, 80", "20, 5"})
  void of_sureScoresUnderLargeMargins_pullsTheLabelUp(float margin, float gap) {
    try (var scope = new PointerScope()) {
      Tensor scores = Tensors.of(new float[] {gap, -gap, 0}, 1, CLASSES);
      Tensor labels = Tensors.of(new float[] {1, 0, 0}, 1, CLASSES);
      var margins = new float[] {margin, margin, margin};
      var loss = new ClassLoss(vector(new float[3]), null, vector(margins), 0, 1);
      MarginLoss.Value value = loss.of(scores, labels);
      double others = Math.exp(margin - gap) + Math.exp(margin - 2 * gap);
      assertThat((double) Tensors.toFloats(value.mean())[0])
          .isCloseTo(Math.log1p(others), within(1e-5));
      float[] gradient = Tensors.toFloats(value.gradient());
      assertThat((double) gradient[0]).isCloseTo(-others / (1 + others), within(1e-5));
      assertThat((double) gradient[2])
          .isCloseTo(Math.exp(margin - gap) / (1 + others), within(1e-5));
    }
  }

  @Test
  void of_hugeScoresAndMargins_staysFinite() {
    try (var scope = new PointerScope()) {
      Tensor scores = Tensors.of(new float[] {300, -300, 0}, 1, CLASSES);
      Tensor labels = Tensors.of(new float[] {0, 1, 0}, 1, CLASSES);
      var loss = new ClassLoss(vector(new float[3]), null, vector(new float[] {15, 15, 15}), 0, 1);
      MarginLoss.Value value = loss.of(scores, labels);
      assertThat(Tensors.toFloats(value.mean())[0]).isCloseTo(615, within(1e-2f));
      assertThat(Tensors.toFloats(value.gradient()))
          .containsExactly(new float[] {1, -1, 0}, within(1e-5f));
    }
  }
}
