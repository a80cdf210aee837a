package org.limbeck.plan.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.limbeck.base.Json;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Strata;

class CostsJsonTest {
  @Test
  void options_asJson_nameSmoothingOnlyWhereItIsSet() throws JsonProcessingException {
    // Ids of runs are hashes of this text: those without smoothing are older than the option.
    assertThat(Json.canonical(costs(MultiplierOptions.DEFAULT)))
        .contains(
            "\"multipliers\":{\"floor\":0.0,\"gamma\":0.1,\"measure\":\"ZERO_ONE\","
                + "\"memory\":\"ACCUMULATE\",\"sample\":0,\"source\":\"VALIDATION\","
                + "\"updateEvery\":16,\"validationLabels\":\"ONE_HOT\"}");
    for (double examples : new double[] {0, 2}) {
      Costs options = costs(MultiplierOptions.DEFAULT.smoothed(examples));
      assertThat(Json.read(Json.canonical(options), Costs.class)).isEqualTo(options);
    }
  }

  private static Costs costs(MultiplierOptions multipliers) {
    return new RobustCosts(
        1.0, Robust.Anchor.BALANCED, multipliers, Objective.Form.MARGIN, 0, Strata.By.CLASS);
  }
}
