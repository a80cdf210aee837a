package org.limbeck.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.data.RowDetails;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.Balanced;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Standard;
import org.limbeck.objective.Strata;
import org.limbeck.train.engine.LibTorchEngine;

/** A row of weight k trains like k equal rows: the same gradients in full batches. */
class RowWeightsTest {
  private static final int[] REPEATS = {1, 3, 2, 1, 4, 1, 2, 2};
  private static final int CLASSES = 3;
  private static final int FEATURES = 4;
  private static final Normalisation NORMALISATION =
      new Normalisation(new float[FEATURES], new float[] {1, 1, 1, 1});

  /** What a recipe may add to the loss. */
  static Stream<LossOptions> losses() {
    return Stream.of(
        LossOptions.PLAIN,
        new LossOptions(List.of(0.5, 0.0, 1.0), 0, 1, 0),
        new LossOptions(List.of(), 0.5, 2, 0));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void fit_integerWeights_trainLikeRepeatedRows(LossOptions loss) {
    requireSame(new Standard(), loss, false);
    requireSame(new Balanced(), loss, false);
  }

  @Test
  void fit_softLabels_trainLikeRepeatedRows() {
    requireSame(new Balanced(), LossOptions.PLAIN, true);
  }

  private static void requireSame(Objective objective, LossOptions loss, boolean soft) {
    int[] each = new int[REPEATS.length];
    Arrays.setAll(each, i -> i);
    var weights = new float[REPEATS.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 7f * REPEATS[i];
    }
    TrainedModel weighted =
        fit(
            rows(each).withDetails(new RowDetails(new String[0], weights)),
            each,
            objective,
            loss,
            soft);
    int[] repeated = repeated();
    TrainedModel plain = fit(rows(repeated), repeated, objective, loss, soft);
    plain
        .last()
        .state()
        .values()
        .forEach(
            (name, values) ->
                assertThat(weighted.last().state().get(name))
                    .as(name)
                    .containsExactly(values, Offset.offset(2e-6f)));
    assertThat(weighted.last().costs()).containsExactly(plain.last().costs(), Offset.offset(1e-6));
    assertThat(weighted.history().get(0).trainLoss())
        .isCloseTo(plain.history().get(0).trainLoss(), Offset.offset(1e-6));
  }

  private static int[] repeated() {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < REPEATS.length; i++) {
      for (int k = 0; k < REPEATS[i]; k++) {
        rows.add(i);
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Examples rows(int[] chosen) {
    float[] values = new NamedRandom(5, "rows").gaussians(REPEATS.length * FEATURES);
    int[] labels = {0, 1, 2, 0, 0, 1, 2, 1};
    return Examples.of(new int[] {FEATURES}, values, labels).select(chosen);
  }

  private static LabelWeights labels(Examples train, int[] chosen, boolean soft) {
    if (!soft) {
      return LabelWeights.oneHot(train.labels(), CLASSES);
    }
    var values = new float[REPEATS.length * CLASSES];
    for (int i = 0; i < REPEATS.length; i++) {
      values[i * CLASSES] = i / 10f;
      values[i * CLASSES + 1] = 0.25f;
      values[i * CLASSES + 2] = 0.75f - i / 10f;
    }
    return LabelWeights.of(CLASSES, values).select(chosen);
  }

  private static TrainedModel fit(
      Examples train, int[] chosen, Objective objective, LossOptions loss, boolean soft) {
    LabelWeights labels = labels(train, chosen, soft);
    TrainOptions options =
        TrainOptions.builder(
                3,
                train.size(),
                new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.2, 0.9, 0),
                new Schedule(Schedule.Kind.COSINE, 0, List.of(), 0.1))
            .iterate(TrainOptions.Iterate.LAST)
            .build();
    List<String> names = List.of("a", "b", "c");
    Examples validation = rows(new int[] {0, 1, 2});
    var task =
        new TrainingTask(
            NetworkDescription.of(
                NetworkSpec.parse("mlp 5"), new int[] {FEATURES}, CLASSES, NORMALISATION),
            names,
            train,
            twice(labels, loss),
            validation,
            LabelWeights.oneHot(validation.labels(), CLASSES),
            Strata.classes(names),
            objective,
            loss,
            options,
            0,
            "test",
            null);
    return new Trainer(LibTorchEngine::open).fit(task);
  }

  /** Targets with as many rows as the loss asks for. */
  private static Targets twice(LabelWeights labels, LossOptions loss) {
    return new Targets() {
      @Override
      public LabelWeights base() {
        return labels;
      }

      @Override
      public void read(int example, int view, float[] into, int offset) {
        for (int row = 0; row < loss.rows(); row++) {
          labels.read(example, into, offset + row * CLASSES);
        }
      }
    };
  }
}
