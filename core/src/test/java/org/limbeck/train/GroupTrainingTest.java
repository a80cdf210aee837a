package org.limbeck.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.data.Examples;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Strata;
import org.limbeck.train.engine.LibTorchEngine;

/** Training by group. */
class GroupTrainingTest {
  private static final TrainOptions SHORT = Tasks.options(3, OptimiserOptions.Kind.SGD, 0.05);

  private static TrainingTask by(
      Strata.By by, List<String> groupNames, boolean groupIsClass, Objective objective) {
    TrainingTask task = Tasks.teacher("mlp 16", objective, SHORT, null);
    return new TrainingTask(
        task.network(),
        task.classNames(),
        grouped(task.train(), groupIsClass),
        task.targets(),
        grouped(task.validation(), groupIsClass),
        task.validationWeights(),
        new Strata(by, task.classNames(), groupNames),
        objective,
        LossOptions.PLAIN,
        task.options(),
        task.seed(),
        task.stream(),
        null);
  }

  private static Examples grouped(Examples examples, boolean groupIsClass) {
    int[] labels = examples.labels();
    return examples.withGroups(groupIsClass ? labels : new int[labels.length]);
  }

  private static Objective robust(Objective.Form form, MultiplierOptions.RiskSource source) {
    MultiplierOptions options =
        source == MultiplierOptions.RiskSource.VALIDATION
            ? MultiplierOptions.DEFAULT
            : MultiplierOptions.onBatches(0.05);
    return new Robust(0.5, Robust.Anchor.BALANCED, options, form);
  }

  @ParameterizedTest
  @EnumSource(MultiplierOptions.RiskSource.class)
  void fit_groupsThatAreTheClasses_givesTheSameBytesAsByClass(MultiplierOptions.RiskSource source) {
    Objective objective = robust(Objective.Form.REWEIGHT, source);
    List<String> names = Tasks.DIGITS.classNames();
    TrainedModel byGroup =
        new Trainer(LibTorchEngine::open).fit(by(Strata.By.GROUP, names, true, objective));
    TrainedModel byClass =
        new Trainer(LibTorchEngine::open).fit(by(Strata.By.CLASS, names, true, objective));
    assertThat(byGroup.last().state()).isEqualTo(byClass.last().state());
    assertThat(byGroup.last().logMultipliers()).containsExactly(byClass.last().logMultipliers());
    assertThat(byGroup.last().costs()).containsExactly(byClass.last().costs(), within(1e-12));
  }

  @Test
  void fit_smoothedGroupsThatAreTheClasses_givesTheSameBytesAsByClass() {
    Objective objective =
        new Robust(
            0.5,
            Robust.Anchor.BALANCED,
            MultiplierOptions.DEFAULT.smoothed(20),
            Objective.Form.REWEIGHT);
    List<String> names = Tasks.DIGITS.classNames();
    TrainedModel byGroup =
        new Trainer(LibTorchEngine::open).fit(by(Strata.By.GROUP, names, true, objective));
    TrainedModel byClass =
        new Trainer(LibTorchEngine::open).fit(by(Strata.By.CLASS, names, true, objective));
    TrainedModel plain =
        new Trainer(LibTorchEngine::open)
            .fit(
                by(
                    Strata.By.CLASS,
                    names,
                    true,
                    robust(Objective.Form.REWEIGHT, MultiplierOptions.RiskSource.VALIDATION)));
    assertThat(byGroup.last().state()).isEqualTo(byClass.last().state());
    assertThat(byGroup.last().logMultipliers()).containsExactly(byClass.last().logMultipliers());
    assertThat(byClass.last().state()).isNotEqualTo(plain.last().state());
  }

  @Test
  void fit_classesInOneGroup_givesTheSameBytesAsByClass() {
    Objective objective = robust(Objective.Form.MARGIN, MultiplierOptions.RiskSource.VALIDATION);
    TrainedModel inGroup =
        new Trainer(LibTorchEngine::open)
            .fit(by(Strata.By.CLASS_AND_GROUP, List.of("all"), false, objective));
    TrainedModel byClass =
        new Trainer(LibTorchEngine::open).fit(by(Strata.By.CLASS, List.of(), false, objective));
    assertThat(inGroup.last().state()).isEqualTo(byClass.last().state());
    assertThat(inGroup.last().logMultipliers()).containsExactly(byClass.last().logMultipliers());
  }

  @Test
  void task_marginsOfWholeGroups_areRefused() {
    assertThatThrownBy(
            () ->
                by(
                    Strata.By.GROUP,
                    List.of("all"),
                    false,
                    robust(Objective.Form.MARGIN, MultiplierOptions.RiskSource.VALIDATION)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("REWEIGHT");
  }

  @Test
  void task_groupsThatTheDataLack_areRefused() {
    TrainingTask task =
        Tasks.teacher(
            "mlp 16",
            robust(Objective.Form.REWEIGHT, MultiplierOptions.RiskSource.VALIDATION),
            SHORT,
            null);
    assertThatThrownBy(
            () ->
                new TrainingTask(
                    task.network(),
                    task.classNames(),
                    task.train().select(IntStream.range(0, task.train().size()).toArray()),
                    task.targets(),
                    task.validation(),
                    task.validationWeights(),
                    new Strata(Strata.By.GROUP, task.classNames(), List.of("a")),
                    task.objective(),
                    LossOptions.PLAIN,
                    task.options(),
                    0,
                    "test",
                    null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no groups");
  }
}
