package org.limbeck.plan.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.util.StdConverter;
import org.jspecify.annotations.Nullable;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Strata;

/**
 * Costs as records of runs hold them: all keys for all costs, null where the costs have none. The
 * names are part of the format of run directories.
 *
 * @param parts left out for classes alone, so that records are what they were before there were
 *     others
 */
record CostJson(
    @JsonProperty("alpha") @Nullable Double alpha,
    @JsonProperty("anchor") Robust.@Nullable Anchor anchor,
    @JsonProperty("clip") @Nullable Double clip,
    @JsonProperty("form") Objective.Form form,
    @JsonProperty("from") double from,
    @JsonProperty("multipliers") @Nullable MultiplierJson multipliers,
    @JsonProperty("parts") @JsonInclude(JsonInclude.Include.NON_NULL) Strata.@Nullable By parts,
    @JsonProperty("radius") @Nullable Double radius,
    @JsonProperty("rule") String rule) {

  static CostJson of(Costs costs) {
    RobustCosts robust = costs instanceof RobustCosts found ? found : null;
    AdvShiftCosts shift = costs instanceof AdvShiftCosts found ? found : null;
    return new CostJson(
        robust == null ? null : robust.alpha(),
        robust == null ? null : robust.anchor(),
        shift == null ? null : shift.clip(),
        costs.form(),
        costs.from(),
        costs.moving().map(MultiplierJson::of).orElse(null),
        costs.by() == Strata.By.CLASS ? null : costs.by(),
        shift == null ? null : shift.radius(),
        costs.rule());
  }

  Costs costs() {
    if (parts == Strata.By.CLASS) {
      throw new IllegalArgumentException("by: classes alone are null");
    }
    Costs byClass =
        switch (rule) {
          case StandardCosts.RULE -> new StandardCosts(form, from);
          case BalancedCosts.RULE -> new BalancedCosts(form, from, Strata.By.CLASS);
          case RobustCosts.RULE ->
              new RobustCosts(
                  require("alpha", alpha),
                  require("anchor", anchor),
                  require("multipliers", multipliers).options(),
                  form,
                  from,
                  Strata.By.CLASS);
          case AdvShiftCosts.RULE ->
              new AdvShiftCosts(
                  require("radius", radius),
                  require("clip", clip),
                  require("multipliers", multipliers).options(),
                  form,
                  from,
                  Strata.By.CLASS);
          case UnknownCosts.RULE -> new UnknownCosts();
          default -> new ClassRuleCosts(rule, form, from);
        };
    return parts == null ? byClass : byClass.withParts(parts);
  }

  private <T> T require(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(key + ": costs '" + rule + "' need it");
    }
    return value;
  }

  /** For writing. */
  static final class OfCosts extends StdConverter<Costs, CostJson> {
    @Override
    public CostJson convert(Costs costs) {
      return of(costs);
    }
  }

  /** For reading. */
  static final class ToCosts extends StdConverter<CostJson, Costs> {
    @Override
    public Costs convert(CostJson json) {
      return json.costs();
    }
  }
}
