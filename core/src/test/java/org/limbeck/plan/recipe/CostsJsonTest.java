package org.limbeck.plan.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.base.Json;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Smoothing;
import org.limbeck.objective.Strata;

class CostsJsonTest {
  @Test
  void options_asJson_nameSmoothingOnlyWhereItIsSet() throws JsonProcessingException {
    // Ids of runs are hashes of this text: those without smoothing are older than the option.
    MultiplierOptions earlier =
        MultiplierOptions.builder().gamma(0.1).smoothing(Smoothing.NONE).worstK(1).build();
    assertThat(Json.canonical(costs(earlier)))
        .contains(
            "\"multipliers\":{\"floor\":0.0,\"gamma\":0.1,\"measure\":\"ZERO_ONE\","
                + "\"memory\":\"ACCUMULATE\",\"sample\":0,\"source\":\"VALIDATION\","
                + "\"updateEvery\":16,\"validationLabels\":\"ONE_HOT\"}");
    for (double examples : new double[] {0, 2}) {
      Costs options = costs(earlier.smoothed(examples));
      assertThat(Json.read(Json.canonical(options), Costs.class)).isEqualTo(options);
    }
  }

  private static Costs costs(MultiplierOptions multipliers) {
    return new RobustCosts(
        1.0, Robust.Anchor.BALANCED, multipliers, Objective.Form.MARGIN, 0, Strata.By.CLASS);
  }

  @Test
  void everyKindOfCosts_readsAsItIsWritten() throws JsonProcessingException {
    var multipliers = MultiplierOptions.onBatches(0.5);
    for (Costs costs :
        List.of(
            new StandardCosts(Objective.Form.REWEIGHT, 0.25),
            new BalancedCosts(Objective.Form.MARGIN, 0.5, Strata.By.CLASS_AND_GROUP),
            new RobustCosts(
                0.5,
                Robust.Anchor.STANDARD,
                multipliers,
                Objective.Form.REWEIGHT,
                0.5,
                Strata.By.GROUP),
            new AdvShiftCosts(0.5, 3, multipliers, Objective.Form.MARGIN, 0.5, Strata.By.CLASS),
            new ClassRuleCosts("effective-number", Objective.Form.REWEIGHT, 0.8))) {
      assertThat(Json.read(Json.canonical(costs), Costs.class)).isEqualTo(costs);
    }
  }

  @Test
  void json_ofEachKind_hasAllKeysInAlphabeticalOrder() {
    assertThat(Json.canonical(new ClassRuleCosts("ldam", Objective.Form.MARGIN, 0)))
        .isEqualTo(
            "{\"alpha\":null,\"anchor\":null,\"clip\":null,\"form\":\"MARGIN\",\"from\":0.0,"
                + "\"multipliers\":null,\"radius\":null,\"rule\":\"ldam\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'rule':'standard','from':1|costsFrom: expected [0, 1), found 1.0",
        "'rule':'standard','from':0,'parts':'CLASS'|by: classes alone are null",
        "'rule':'standard','from':0,'parts':'GROUP'|by: standard costs are 1 for all; leave it out",
        "'rule':'ldam','from':0,'parts':'GROUP'|by: class rules have a cost for each class",
        "'rule':'balanced','from':0,'parts':'GROUP'|by: costs of whole groups move no margins",
        "'rule':'robust','from':0,'alpha':1|anchor: costs 'robust' need it",
        "'rule':'standard','from':0,'beta':1|beta",
      })
  void read_recipeWithImpossibleCosts_isRefusedLikeABrokenFile(String keys, String message) {
    String costs = ("{'form':'MARGIN'," + keys + "}").replace('\'', '"');
    String recipe = Json.canonical(Recipe.NONE).replaceFirst("\\{[^{}]*\\}", costs);
    assertThatThrownBy(() -> Json.read(recipe, Recipe.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining(message);
  }
}
