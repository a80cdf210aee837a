package org.limbeck.plan.recipe;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.Map;
import java.util.TreeMap;
import org.limbeck.objective.MultiplierOptions;

/**
 * Multiplier options as records of runs hold them: without smoothing where there is none, so that
 * the ids of runs stay what they were before there was any.
 */
final class MultiplierJson extends StdConverter<MultiplierOptions, Map<String, Object>> {
  @Override
  public Map<String, Object> convert(MultiplierOptions options) {
    Map<String, Object> values = new TreeMap<>();
    values.put("gamma", options.gamma());
    values.put("updateEvery", options.updateEvery());
    values.put("measure", options.measure());
    values.put("validationLabels", options.validationLabels());
    values.put("memory", options.memory());
    values.put("floor", options.floor());
    values.put("sample", options.sample());
    values.put("source", options.source());
    Double pseudoExamples = options.pseudoExamples();
    if (pseudoExamples != null) {
      values.put("pseudoExamples", pseudoExamples);
    }
    return values;
  }
}
