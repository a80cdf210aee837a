package org.limbeck.plan.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Smoothing;
import org.limbeck.objective.StepSize;

/**
 * Multiplier options as records of runs hold them. The names are part of the format of run
 * directories.
 *
 * <p>An option that came later is left out where it has the value that runs had before, so that
 * records are what they were.
 *
 * @param gamma the step size; null for a budget
 * @param gammaBudget of all updates together; null for a step size
 * @param pseudoExamples null where there are none
 * @param smoothing {@code EMPIRICAL_BAYES}, or null
 * @param worstK null where it is 1
 */
record MultiplierJson(
    @JsonProperty("floor") double floor,
    @JsonProperty("gamma") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double gamma,
    @JsonProperty("gammaBudget") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Double gammaBudget,
    @JsonProperty("measure") MultiplierOptions.Measure measure,
    @JsonProperty("memory") MultiplierOptions.Memory memory,
    @JsonProperty("pseudoExamples") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Double pseudoExamples,
    @JsonProperty("sample") int sample,
    @JsonProperty("smoothing") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String smoothing,
    @JsonProperty("source") MultiplierOptions.RiskSource source,
    @JsonProperty("updateEvery") int updateEvery,
    @JsonProperty("validationLabels") MultiplierOptions.ValidationLabels validationLabels,
    @JsonProperty("worstK") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer worstK) {
  private static final String EMPIRICAL_BAYES = "EMPIRICAL_BAYES";

  static MultiplierJson of(MultiplierOptions options) {
    return new MultiplierJson(
        options.floor(),
        options.gamma() instanceof StepSize.Fixed fixed ? fixed.gamma() : null,
        options.gamma() instanceof StepSize.Budget budget ? budget.total() : null,
        options.measure(),
        options.memory(),
        options.smoothing() instanceof Smoothing.PseudoExamples pseudo && pseudo.count() > 0
            ? pseudo.count()
            : null,
        options.sample(),
        options.smoothing() instanceof Smoothing.EmpiricalBayes ? EMPIRICAL_BAYES : null,
        options.source(),
        options.updateEvery(),
        options.validationLabels(),
        options.worstK() == 1 ? null : options.worstK());
  }

  MultiplierOptions options() {
    return new MultiplierOptions(
        step(),
        updateEvery,
        measure,
        validationLabels,
        memory,
        floor,
        sample,
        source,
        kind(),
        worstK == null ? 1 : worstK);
  }

  private StepSize step() {
    if (gamma != null) {
      return new StepSize.Fixed(gamma);
    }
    if (gammaBudget != null) {
      return new StepSize.Budget(gammaBudget);
    }
    throw new IllegalArgumentException("multipliers: expected gamma or gammaBudget");
  }

  private Smoothing kind() {
    if (smoothing == null) {
      return pseudoExamples == null ? Smoothing.NONE : new Smoothing.PseudoExamples(pseudoExamples);
    }
    if (!smoothing.equals(EMPIRICAL_BAYES)) {
      throw new IllegalArgumentException("smoothing: expected EMPIRICAL_BAYES, found " + smoothing);
    }
    return Smoothing.AUTO;
  }
}
