package org.limbeck.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;

class ClassRulesTest {
  /** Counts 1600, 81 * 16, 16 among 2912: fourth roots of the ratios to 16 by hand. */
  private static final ClassFacts FACTS =
      ClassFacts.of(ClassPrior.of(1600 / 2912.0, 1296 / 2912.0, 16 / 2912.0), 2912);

  @Test
  void ldam_countsByHand_areFourthRootsOfRatios() {
    double[] margins = ClassRules.values("ldam", FACTS);
    assertThat(margins).containsExactly(new double[] {1 / Math.sqrt(10), 1 / 3.0, 1}, within(1e-9));
  }

  @Test
  void effectiveNumber_countsByHand_isTheFormulaOfCui() {
    double[] costs = ClassRules.values("effective-number", FACTS);
    assertThat(costs[0]).isCloseTo(1e-4 / (1 - Math.pow(0.9999, 1600)), within(1e-9));
    assertThat(costs[2]).isCloseTo(1e-4 / (1 - Math.pow(0.9999, 16)), within(1e-6));
  }

  @Test
  void teacherMargin_negativeMean_isZero() {
    var facts = new ClassFacts(ClassPrior.of(0.5, 0.5), 10, List.of(-0.2, 0.7));
    assertThat(ClassRules.values("teacher-margin", facts)).containsExactly(0, 0.7);
  }

  @Test
  void costs_ruleThatGivesZero_isRefusedAsTheUsersMistake() {
    var facts = new ClassFacts(ClassPrior.of(0.5, 0.5), 10, List.of(-0.2, 0.7));
    assertThatThrownBy(() -> ClassRules.costs("teacher-margin", facts))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("use it for margins");
  }

  /** A custom rule with a mistake. */
  public static final class Failing implements ClassRule {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public double[] values(ClassFacts facts) {
      throw new ArithmeticException("/ by zero");
    }
  }

  @Test
  void values_ruleThatThrows_areRefusedWithItsNameAndClass() {
    assertThatThrownBy(() -> ClassRules.values("failing", FACTS))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(
            "class rule 'failing' fails: java.lang.ArithmeticException: / by zero")
        .hasMessageContaining(Failing.class.getName());
  }

  @Test
  void balanced_reweighted_hasTheCostsOfTheMarginFormAndNoMultipliers() {
    ClassPrior prior = ClassPrior.of(0.8, 0.2);
    var reweighted = new Balanced(Objective.Form.REWEIGHT);
    assertThat(reweighted.costs(prior, new double[] {0.5, 0.5}))
        .containsExactly(new Balanced().costs(prior, new double[] {0.5, 0.5}));
    assertThat(reweighted.multipliers()).isNull();
    assertThat(reweighted.form()).isEqualTo(Objective.Form.REWEIGHT);
  }

  @Test
  void of_typo_namesTheNearest() {
    assertThatThrownBy(() -> ClassRules.of("ldm"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("did you mean 'ldam'?");
  }

  @Test
  void fixedCosts_anyScale_weighTheLossToItsSize() {
    ClassPrior prior = ClassPrior.of(0.5, 0.3, 0.2);
    double[] costs =
        FixedCosts.of("mine", new double[] {2, 4, 6}, Objective.Form.REWEIGHT)
            .costs(prior, new double[0]);
    assertThat(costs[0] * 0.5 + costs[1] * 0.3 + costs[2] * 0.2).isCloseTo(1, within(1e-12));
    assertThat(costs[2] / costs[0]).isCloseTo(3, within(1e-12));
  }
}
