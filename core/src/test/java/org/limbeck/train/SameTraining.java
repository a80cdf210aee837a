package org.limbeck.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** Whether two trainings are the same to the last bit, but for their seconds. */
public final class SameTraining {
  private SameTraining() {}

  /** Compares weights, multipliers, costs and all of the history. */
  public static void assertSame(TrainedModel found, TrainedModel expected) {
    assertSame(found.last(), expected.last());
    assertSame(found.best(), expected.best());
    assertThat(found.history()).hasSameSizeAs(expected.history());
    for (int i = 0; i < expected.history().size(); i++) {
      assertSame(found.history().get(i), expected.history().get(i));
    }
  }

  private static void assertSame(Snapshot found, Snapshot expected) {
    assertThat(found.epoch()).isEqualTo(expected.epoch());
    assertThat(found.validationObjective()).isEqualTo(expected.validationObjective());
    // By name: a state that was read from a file has another order.
    assertThat(found.state().values()).hasSameSizeAs(expected.state().values());
    expected
        .state()
        .values()
        .forEach((name, values) -> assertThat(found.state().get(name)).containsExactly(values));
    assertThat(found.costs()).containsExactly(expected.costs());
    assertThat(found.logMultipliers()).containsExactly(expected.logMultipliers());
  }

  private static void assertSame(EpochRecord found, EpochRecord expected) {
    assertThat(found.epoch()).isEqualTo(expected.epoch());
    assertThat(found.learningRate()).isEqualTo(expected.learningRate());
    assertThat(found.trainLoss()).isEqualTo(expected.trainLoss());
    assertThat(found.multipliers()).containsExactly(expected.multipliers());
    assertSame(found.validation(), expected.validation());
  }

  private static void assertSame(
      EpochRecord.@Nullable Measured found, EpochRecord.@Nullable Measured expected) {
    if (found == null || expected == null) {
      assertThat(found).isEqualTo(expected);
      return;
    }
    assertThat(found.objective()).isEqualTo(expected.objective());
    assertThat(found.loss()).isEqualTo(expected.loss());
    assertThat(found.classErrors()).containsExactly(expected.classErrors());
  }
}
