package org.limbeck.plan.yaml;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.MultiplierOptionsBuilder;
import org.limbeck.objective.Smoothing;
import org.limbeck.objective.StepSize;
import org.limbeck.objective.WorstClasses;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Scalars;
import org.limbeck.plan.key.Section;

/** The section {@code multipliers}. */
final class MultiplierKeys {
  private static final String AUTO = "auto";
  private static final String BUDGET = "budget ";

  private static final Kind<StepSize> GAMMA =
      Kind.scalar(
          "number, `auto`, or `budget N`",
          "a number above 0, 'auto', or 'budget N'",
          MultiplierKeys::step,
          MultiplierKeys::text);

  private static final Kind<Smoothing> SMOOTHING =
      Kind.scalar(
          "number, or `auto`",
          "a number, 0 or more, or 'auto'",
          text ->
              text.equals(AUTO)
                  ? Smoothing.AUTO
                  : new Smoothing.PseudoExamples(Scalars.number(text)),
          kind ->
              kind instanceof Smoothing.PseudoExamples pseudo
                  ? String.valueOf(pseudo.count())
                  : AUTO);

  private static final List<Field<?>> FIELDS =
      List.of(
          field(
              "gamma",
              GAMMA,
              "Step size of one update of the multipliers, above 0; `budget N` is"
                  + " N divided by the number of updates of the training, and `auto` is budget "
                  + StepSize.BUDGET
                  + ".",
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
              SMOOTHING,
              "Pseudo-examples at the mean risk that join the examples of each class, 0 or more;"
                  + " `auto` shrinks class errors by what their sampling explains. Without shares"
                  + " of errors, that is with another `measure`, it is 0.",
              MultiplierOptions::smoothing,
              MultiplierOptionsBuilder::smoothing),
          field(
              "worstK",
              Kind.countOr("auto", "classes"),
              "The number of worst classes that share the multipliers; `auto` is 1 up to "
                  + WorstClasses.MANY
                  + " classes, and a tenth of them above.",
              MultiplierOptions::worstK,
              MultiplierOptionsBuilder::worstK));

  static final List<Entry<MultiplierOptions>> KEYS =
      FIELDS.stream().<Entry<MultiplierOptions>>map(Field::key).toList();

  private MultiplierKeys() {}

  private static StepSize step(String text) {
    if (text.equals(AUTO)) {
      return StepSize.AUTO;
    }
    return text.startsWith(BUDGET)
        ? new StepSize.Budget(Scalars.number(text.substring(BUDGET.length())))
        : new StepSize.Fixed(Scalars.number(text));
  }

  private static String text(StepSize step) {
    if (step.equals(StepSize.AUTO)) {
      return AUTO;
    }
    return step instanceof StepSize.Budget budget
        ? BUDGET + budget.total()
        : String.valueOf(step.of(1));
  }

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
      T value = key.read(section, usual);
      if (key.in(section)) { // else as the options have it, which may follow from other keys
        into.accept(options, value);
      }
    }
  }
}
