package org.limbeck.plan.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.limbeck.objective.MultiplierOptions;

/**
 * Multiplier options as records of runs hold them. The names are part of the format of run
 * directories.
 *
 * @param pseudoExamples left out where there are none, so that records are what they were before
 *     there were any
 */
record MultiplierJson(
    @JsonProperty("floor") double floor,
    @JsonProperty("gamma") double gamma,
    @JsonProperty("measure") MultiplierOptions.Measure measure,
    @JsonProperty("memory") MultiplierOptions.Memory memory,
    @JsonProperty("pseudoExamples") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Double pseudoExamples,
    @JsonProperty("sample") int sample,
    @JsonProperty("source") MultiplierOptions.RiskSource source,
    @JsonProperty("updateEvery") int updateEvery,
    @JsonProperty("validationLabels") MultiplierOptions.ValidationLabels validationLabels) {

  static MultiplierJson of(MultiplierOptions options) {
    return new MultiplierJson(
        options.floor(),
        options.gamma(),
        options.measure(),
        options.memory(),
        options.pseudoExamples(),
        options.sample(),
        options.source(),
        options.updateEvery(),
        options.validationLabels());
  }

  MultiplierOptions options() {
    return new MultiplierOptions(
        gamma,
        updateEvery,
        measure,
        validationLabels,
        memory,
        floor,
        sample,
        source,
        pseudoExamples);
  }
}
