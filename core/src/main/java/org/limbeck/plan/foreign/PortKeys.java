package org.limbeck.plan.foreign;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Scalars;
import org.limbeck.plan.key.Section;
import org.limbeck.teacher.foreign.ModelInput;
import org.limbeck.teacher.foreign.ModelOutput;

/** The sections {@code input} and {@code output} of a foreign teacher. */
final class PortKeys {
  private static final Key<ModelInput, String> INPUT_NAME =
      new Key<>(
          "name",
          Kind.TEXT,
          "The model's input; needed where it has several.",
          input -> input.name().orElse(null));
  private static final Key<ModelInput, ModelInput.Layout> LAYOUT =
      new Key<>(
          "layout",
          Kind.word(ModelInput.Layout.class),
          "The order of an image's axes: channels, rows, columns, or rows, columns, channels.",
          input -> input.layout().orElse(null));
  private static final Key<ModelInput, Optional<Double>> SCALE =
      new Key<>(
          "scale",
          Kind.optional("number", "a number", Scalars::number),
          "What pixels of 0 to 255 are multiplied by before `mean` and `deviation`: 1/255 is"
              + " 0.00392156862745098.",
          input -> optional(input.scale()));
  private static final Key<ModelInput, List<Double>> MEAN =
      new Key<>("mean", Kind.SERIES, "Subtracted from each channel.", ModelInput::mean);
  private static final Key<ModelInput, List<Double>> DEVIATION =
      new Key<>(
          "deviation",
          Kind.SERIES,
          "What each channel is divided by then, each above 0.",
          ModelInput::deviation);

  static final List<Entry<ModelInput>> INPUT = List.of(INPUT_NAME, LAYOUT, SCALE, MEAN, DEVIATION);

  private static final Key<ModelOutput, String> OUTPUT_NAME =
      new Key<>(
          "name",
          Kind.TEXT,
          "The model's output, or the column of a list of scores; needed where several fit.",
          output -> output.name().orElse(null));
  private static final Key<ModelOutput, ModelOutput.Kind> KIND =
      new Key<>(
          "kind",
          Kind.word(ModelOutput.Kind.class),
          "What the scores are.",
          output -> output.kind().orElse(null));
  private static final Key<ModelOutput, List<String>> CLASSES =
      new Key<>(
          "classes",
          Kind.TEXTS,
          "The classes of the data in the order of the scores, or a text file with one on each"
              + " line.",
          ModelOutput::classes);

  private static final Key<ModelOutput, ModelOutput.Check> CHECK =
      new Key<>(
          "check",
          Kind.word(ModelOutput.Check.class),
          "What follows where scores or labels certainly contradict this: an error (`refuse`, where"
              + " left out), or a note (`warn`).",
          output -> output.check() == ModelOutput.Check.REFUSE ? null : output.check());

  static final List<Entry<ModelOutput>> OUTPUT = List.of(OUTPUT_NAME, KIND, CLASSES, CHECK);

  private PortKeys() {}

  /** Boxed, for a key. */
  private static Optional<Double> optional(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  /** Reads the section {@code input}. */
  static ModelInput input(Section section) {
    String name = INPUT_NAME.read(section, "");
    ModelInput.Layout layout = LAYOUT.read(section, ModelInput.Layout.NCHW);
    Optional<Double> scale = SCALE.read(section, Optional.empty());
    List<Double> mean = MEAN.read(section, List.of());
    List<Double> deviation = DEVIATION.read(section, List.of());
    if (!deviation.stream().allMatch(value -> value > 0)) {
      DEVIATION.problem(section, "expected numbers above 0, found " + deviation);
    }
    if (!mean.isEmpty() && !deviation.isEmpty() && mean.size() != deviation.size()) {
      DEVIATION.problem(
          section,
          "expected %d numbers, as many as in mean, found %d"
              .formatted(mean.size(), deviation.size()));
    }
    section.finish();
    return new ModelInput(
        given(name),
        LAYOUT.in(section) ? Optional.of(layout) : Optional.empty(),
        scale.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        mean,
        deviation);
  }

  /** Reads the section {@code output}. */
  static ModelOutput output(Section section, NamedFiles files) {
    String name = OUTPUT_NAME.read(section, "");
    ModelOutput.Kind kind = KIND.read(section, ModelOutput.Kind.LOGITS);
    List<String> classes =
        !CLASSES.in(section) || section.isList(CLASSES.name())
            ? CLASSES.read(section, List.of())
            : files.lines(section, CLASSES.name());
    ModelOutput.Check check = CHECK.read(section, ModelOutput.Check.REFUSE);
    section.finish();
    return new ModelOutput(
        given(name), KIND.in(section) ? Optional.of(kind) : Optional.empty(), classes, check);
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  /** The input of a section; null where all of it is found, which is not written. */
  static @Nullable ModelInput written(@Nullable ModelInput input) {
    return ModelInput.FOUND.equals(input) ? null : input;
  }

  /** The output of a section; null where all of it is found, which is not written. */
  static @Nullable ModelOutput written(@Nullable ModelOutput output) {
    return ModelOutput.FOUND.equals(output) ? null : output;
  }
}
