package org.limbeck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.limbeck.objective.MultiplierOptions.Measure;
import org.limbeck.objective.MultiplierOptions.Memory;

/** Budgets, shrinkage and caps of multipliers. */
class MultiplierLengthTest {
  private static final double EXACT = 1e-12;
  private static final ClassPrior UNIFORM = ClassPrior.of(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0});

  @Test
  void budget_anyNumberOfUpdates_movesMultipliersAsFar() {
    for (int updates : new int[] {1, 24, 3000}) {
      var options = MultiplierOptions.builder().gamma(new StepSize.Budget(8)).build();
      Objective robust = new Robust(1, Robust.Anchor.BALANCED, options).ofTraining(updates);
      Multipliers now = robust.start(UNIFORM);
      for (int update = 0; update < updates; update++) {
        now = robust.moved(now, UNIFORM, new double[] {1, 0, 0.5});
      }
      double[] logs = now.logValues();
      assertThat(logs[0] - logs[1]).isCloseTo(8, within(1e-9));
    }
  }

  @Test
  void budget_measureOrMemoryThatItDoesNotFit_isRefused() {
    var auto = MultiplierOptions.builder().gamma(StepSize.AUTO);
    assertThatThrownBy(() -> auto.measure(Measure.CROSS_ENTROPY).build())
        .hasMessageStartingWith("gamma: auto is for the measure zero-one");
    assertThatThrownBy(() -> auto.measure(Measure.ZERO_ONE).memory(Memory.MEMORYLESS).build())
        .hasMessageStartingWith("gamma: auto is for the measure zero-one");
    assertThatThrownBy(() -> new StepSize.Budget(0))
        .hasMessage("gamma: budget: expected a finite number > 0, found 0.0");
  }

  @Test
  void shrunk_errorsThatSpreadAsSamplingDoes_becomeEqual() {
    var shrunk = ShrunkRisk.of(new double[] {0.4, 0.6, 0.5}, new double[] {10, 10, 1});
    assertThat(shrunk.betweenVariance()).isZero();
    assertThat(shrunk.values()).containsExactly(new double[] {0.5, 0.5, 0.5}, within(EXACT));
  }

  @Test
  void shrunk_noErrorsAtAll_staysZero() {
    assertThat(ShrunkRisk.of(new double[2], new double[] {1, 9}).values()).containsExactly(0, 0);
  }

  @Test
  void shrunk_manyExamples_keepsErrors() {
    double[] errors = {0.1, 0.9};
    assertThat(ShrunkRisk.of(errors, new double[] {1e12, 1e12}).values())
        .containsExactly(errors, within(1e-9));
  }

  @Test
  void shrunk_oneClass_isRefused() {
    assertThatThrownBy(() -> ShrunkRisk.of(new double[1], new double[] {3}))
        .hasMessageContaining("two classes or more");
  }

  @Test
  void capped_multipliersThatUnderflow_shareWhatIsLeft() {
    Multipliers capped = Multipliers.ofLog(new double[] {0, -2000, -2000}).capped(2);
    assertThat(capped.values(0)).containsExactly(new double[] {0.5, 0.25, 0.25}, within(EXACT));
  }

  @Test
  void capped_ties_stayTies() {
    double log = Math.log(0.4);
    Multipliers capped = Multipliers.ofLog(new double[] {log, log, Math.log(0.2)}).capped(3);
    assertThat(capped.values(0))
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(EXACT));
  }

  @Test
  void capped_moreClassesThanThereAre_isRefused() {
    assertThatThrownBy(() -> Multipliers.uniform(3).capped(4))
        .hasMessage("worstK: expected 1 to 3, the number of classes, found 4");
  }

  @Test
  void robust_worstTwo_isTheMeanOfTheTwoLargestRisks() {
    var options = MultiplierOptions.builder().worstK(2).build();
    var robust = new Robust(1, Robust.Anchor.BALANCED, options);
    assertThat(robust.value(UNIFORM, new double[] {0.3, 0.1, 0.5})).isCloseTo(0.4, within(EXACT));
    Multipliers now = robust.start(UNIFORM);
    for (int update = 0; update < 500; update++) {
      now = robust.moved(now, UNIFORM, new double[] {0.9, 0.1, 0.8});
    }
    assertThat(now.values(0)[0]).isCloseTo(0.5, within(1e-6));
    assertThat(now.values(0)[2]).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void usual_fewClasses_isTheWorstOne() {
    assertThat(WorstClasses.usual(20)).isEqualTo(1);
    assertThat(WorstClasses.usual(21)).isEqualTo(3);
    assertThat(WorstClasses.usual(77)).isEqualTo(8);
    assertThat(WorstClasses.usual(200)).isEqualTo(20);
  }
}
