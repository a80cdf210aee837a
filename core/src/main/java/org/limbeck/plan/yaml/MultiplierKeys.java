package org.limbeck.plan.yaml;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.MultiplierOptionsBuilder;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Section;

/** The section {@code multipliers}. */
final class MultiplierKeys {
  private static final List<Field<?>> FIELDS =
      List.of(
          field(
              "gamma",
              Kind.NUMBER,
              "Step size of one update of the multipliers, above 0.",
              MultiplierOptions::gamma,
              MultiplierOptionsBuilder::gamma),
          field(
              "updateEvery",
              Kind.countOr("epoch", "steps"),
              "Training steps between updates; `epoch` for one update at the end of each epoch.",
              MultiplierOptions::updateEvery,
              MultiplierOptionsBuilder::updateEvery),
          field(
              "measure",
              Kind.word(MultiplierOptions.Measure.class),
              "The kind of class risk that moves the multipliers.",
              MultiplierOptions::measure,
              MultiplierOptionsBuilder::measure),
          field(
              "validationLabels",
              Kind.word(MultiplierOptions.ValidationLabels.class),
              "The label weights of the validation split; only students can use `teacher`.",
              MultiplierOptions::validationLabels,
              MultiplierOptionsBuilder::validationLabels),
          field(
              "memory",
              Kind.word(MultiplierOptions.Memory.class),
              "Whether the multipliers remember earlier class risks.",
              MultiplierOptions::memory,
              MultiplierOptionsBuilder::memory),
          field(
              "floor",
              Kind.NUMBER,
              "Share of the uniform distribution mixed into the multipliers, from 0 to below 1.",
              MultiplierOptions::floor,
              MultiplierOptionsBuilder::floor),
          field(
              "sample",
              Kind.countOr("all", "examples"),
              "Validation examples that one update between epochs looks at.",
              MultiplierOptions::sample,
              MultiplierOptionsBuilder::sample),
          field(
              "source",
              Kind.word(MultiplierOptions.RiskSource.class),
              "Where the class risks are measured.",
              MultiplierOptions::source,
              MultiplierOptionsBuilder::source),
          field(
              "smoothing",
              Kind.NUMBER,
              "Pseudo-examples at the mean risk that join the examples of each class, 0 or more.",
              MultiplierOptions::smoothing,
              MultiplierOptionsBuilder::smoothing));

  static final List<Entry<MultiplierOptions>> KEYS =
      FIELDS.stream().<Entry<MultiplierOptions>>map(Field::key).toList();

  private MultiplierKeys() {}

  private static <T> Field<T> field(
      String name,
      Kind<T> kind,
      String help,
      Entry.Value<MultiplierOptions, T> value,
      BiConsumer<MultiplierOptionsBuilder, T> into) {
    return new Field<>(new Key<>(name, kind, help, value), into);
  }

  /** Reads all keys; those left out are as in {@code standard}. */
  static MultiplierOptions read(Section section, MultiplierOptions standard) {
    MultiplierOptionsBuilder options = standard.toBuilder();
    FIELDS.forEach(field -> field.readInto(options, section, standard));
    section.finish();
    return section.build(options::build, standard);
  }

  /**
   * A key whose value goes straight into the builder.
   *
   * @param into what takes the value
   */
  private record Field<T>(
      Key<MultiplierOptions, T> key, BiConsumer<MultiplierOptionsBuilder, T> into) {
    void readInto(MultiplierOptionsBuilder options, Section section, MultiplierOptions standard) {
      T usual = Objects.requireNonNull(key.value().of(standard), key.name());
      into.accept(options, key.read(section, usual));
    }
  }
}
