package org.limbeck.study.yaml;

import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.objective.Anchor;
import org.limbeck.objective.Measure;
import org.limbeck.objective.Memory;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.ValidationLabels;
import org.limbeck.study.Role;
import org.limbeck.study.RolePlan;
import org.limbeck.study.TrainDefaults;
import org.limbeck.text.DidYouMean;

/** The sections {@code teacher} and {@code student}, which have the same keys. */
final class RoleSection {
  static final List<String> OBJECTIVES = List.of("standard", "balanced", "robust");
  private static final NetworkSpec STAND_IN = new NetworkSpec.Mlp(List.of(1));

  private RoleSection() {}

  /** Reads all keys but {@code scores}; the caller ends the section. */
  static RolePlan read(Section section, Role role) {
    if (!section.has("network")) {
      section.problem("network", "missing; for example mlp 16");
    }
    NetworkSpec network =
        section.value("network", STAND_IN, "a network like mlp 16", NetworkSpec::parse);
    List<String> objectives =
        section.list("objectives", OBJECTIVES, "an objective", RoleSection::objective);
    List<Double> usual = role == Role.TEACHER ? List.of(1.0) : List.of(0.5, 1.0);
    List<Double> alphas = section.list("alphas", usual, "a number in [0, 1]", Scalars::share);
    Anchor anchor = section.word("anchor", Anchor.BALANCED, Anchor.class);
    MultiplierOptions multipliers =
        multipliers(section.section("multipliers", false), role, network);
    return new RolePlan(
        network,
        objectives,
        alphas,
        anchor,
        multipliers,
        TrainSection.read(section.section("train", false), network));
  }

  private static String objective(String text) {
    if (!OBJECTIVES.contains(text)) {
      throw new LimbeckException("no objective '" + text + "'" + DidYouMean.hint(text, OBJECTIVES));
    }
    return text;
  }

  private static MultiplierOptions multipliers(Section section, Role role, NetworkSpec network) {
    MultiplierOptions standard = TrainDefaults.multipliers(network);
    double gamma = section.number("gamma", standard.gamma());
    int updateEvery =
        section.value(
            "updateEvery", standard.updateEvery(), "steps, or 'epoch'", RoleSection::updateEvery);
    Measure measure = section.word("measure", standard.measure(), Measure.class);
    ValidationLabels labels =
        section.word("validationLabels", standard.validationLabels(), ValidationLabels.class);
    if (role == Role.TEACHER && labels == ValidationLabels.TEACHER) {
      section.problem("validationLabels", "a teacher has no teacher; use one-hot");
    }
    Memory memory = section.word("memory", standard.memory(), Memory.class);
    double floor = section.number("floor", standard.floor());
    int sample =
        section.value(
            "sample",
            standard.sample(),
            "examples, or 'all'",
            text -> text.equals("all") ? 0 : Scalars.positive(text));
    section.finish();
    return section.build(
        () -> new MultiplierOptions(gamma, updateEvery, measure, labels, memory, floor, sample),
        standard);
  }

  private static int updateEvery(String text) {
    return text.equals("epoch") ? 0 : Scalars.positive(text);
  }
}
