package org.limbeck.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.plan.foreign.ForeignSection;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.teacher.foreign.ModelInput;
import org.limbeck.teacher.foreign.ModelOutput;

/** What options say of a teacher's input and output. */
record TeacherPorts(Optional<ModelInput> input, Optional<ModelOutput> output) {
  static final String INPUT = "--teacher-input";
  static final String OUTPUT = "--teacher-output";

  /**
   * Reads the values of the options.
   *
   * @throws LimbeckException naming the option and the key
   */
  static TeacherPorts of(Optional<String> input, Optional<String> output) {
    return new TeacherPorts(
        input.map(text -> ForeignSection.input(text, INPUT)),
        output.map(text -> ForeignSection.output(text, OUTPUT, Path.of(""))));
  }

  /** A teacher with these. */
  ForeignTeacher of(ForeignTeacher teacher) {
    return new ForeignTeacher(teacher.name(), of(teacher.source()), teacher.trainedOn());
  }

  private ForeignSource of(ForeignSource source) {
    if (source instanceof ForeignSource.OnnxModel model) {
      return new ForeignSource.OnnxModel(
          model.file(), input.orElse(model.input()), over(model.output()));
    }
    if (source instanceof ForeignSource.TorchScriptModel model) {
      return new ForeignSource.TorchScriptModel(
          model.file(), input.orElse(model.input()), over(model.output()));
    }
    if (input.isPresent()) {
      throw new LimbeckException(
          "%s: only for models, and %s has none; leave it out".formatted(INPUT, source.text()));
    }
    return source instanceof ForeignSource.ScoreFiles files
        ? new ForeignSource.ScoreFiles(
            files.train(), files.validation(), files.test(), files.id(), over(files.output()))
        : source;
  }

  /** The classes of {@code --classes} stay where no others are given. */
  private ModelOutput over(ModelOutput given) {
    return output
        .map(
            found ->
                found.classes().isEmpty()
                    ? new ModelOutput(found.name(), found.kind(), given.classes(), found.check())
                    : found)
        .orElse(given);
  }
}
