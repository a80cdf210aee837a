package org.limbeck.plan.yaml;

import org.limbeck.objective.MultiplierOptions;

/** The section {@code multipliers}. */
final class MultiplierKeys {
  private MultiplierKeys() {}

  /** Reads all keys; those left out are as in {@code standard}. */
  static MultiplierOptions read(Section section, MultiplierOptions standard) {
    double gamma = section.number("gamma", standard.gamma());
    int updateEvery =
        section.value(
            "updateEvery", standard.updateEvery(), "steps, or 'epoch'", MultiplierKeys::steps);
    MultiplierOptions.Measure measure =
        section.word("measure", standard.measure(), MultiplierOptions.Measure.class);
    MultiplierOptions.ValidationLabels labels =
        section.word(
            "validationLabels",
            standard.validationLabels(),
            MultiplierOptions.ValidationLabels.class);
    MultiplierOptions.Memory memory =
        section.word("memory", standard.memory(), MultiplierOptions.Memory.class);
    double floor = section.number("floor", standard.floor());
    int sample =
        section.value(
            "sample", standard.sample(), "examples, or 'all'", text -> count(text, "all"));
    MultiplierOptions.RiskSource source =
        section.word("source", standard.source(), MultiplierOptions.RiskSource.class);
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
