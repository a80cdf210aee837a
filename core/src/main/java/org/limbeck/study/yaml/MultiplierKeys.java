package org.limbeck.study.yaml;

import org.limbeck.objective.Measure;
import org.limbeck.objective.Memory;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.RiskSource;
import org.limbeck.objective.ValidationLabels;

/** The section {@code multipliers}. */
final class MultiplierKeys {
  private MultiplierKeys() {}

  /** Reads all keys; those left out are as in {@code standard}. */
  static MultiplierOptions read(Section section, MultiplierOptions standard) {
    double gamma = section.number("gamma", standard.gamma());
    int updateEvery =
        section.value(
            "updateEvery", standard.updateEvery(), "steps, or 'epoch'", MultiplierKeys::steps);
    Measure measure = section.word("measure", standard.measure(), Measure.class);
    ValidationLabels labels =
        section.word("validationLabels", standard.validationLabels(), ValidationLabels.class);
    Memory memory = section.word("memory", standard.memory(), Memory.class);
    double floor = section.number("floor", standard.floor());
    int sample =
        section.value(
            "sample", standard.sample(), "examples, or 'all'", text -> count(text, "all"));
    RiskSource source = section.word("source", standard.source(), RiskSource.class);
    double smoothing = section.number("smoothing", standard.smoothing());
    section.finish();
    return section.build(
        () ->
            new MultiplierOptions(
                    gamma, updateEvery, measure, labels, memory, floor, sample, source, null)
                .smoothed(smoothing),
        standard);
  }

  private static int steps(String text) {
    return count(text, "epoch");
  }

  private static int count(String text, String zero) {
    return text.equals(zero) ? 0 : Scalars.positive(text);
  }
}
