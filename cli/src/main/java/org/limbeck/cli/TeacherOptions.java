package org.limbeck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignSource.Ensemble.Combination;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.teacher.foreign.ForeignTeacher.TrainedOn;
import org.limbeck.workflow.TeacherFile;
import picocli.CommandLine.Option;

/** Options that name teachers which were trained elsewhere. */
final class TeacherOptions {
  @Option(
      names = "--teacher",
      paramLabel = "FILE",
      description =
          "A teacher that you have: an ONNX model or Triton model folder, its scores of the rows of"
              + " DATA (.parquet, .csv, .npy, .npz, .safetensors), or a TorchScript model (.pt, with"
              + " --trust); may be repeated (default: one is trained).")
  private List<Path> files = List.of();

  @Option(
      names = "--teacher-test",
      paramLabel = "FILE",
      description =
          "The teacher's scores of the rows of --test, for its row in the table; with several files"
              + " of scores, one for each in their order.")
  private List<Path> tests = List.of();

  @Option(
      names = "--trained-on",
      paramLabel = "WHICH",
      description =
          "Which examples of DATA the teacher learned from: unknown (default), other (none of them),"
              + " training, or validation (all).")
  private @Nullable String trainedOn;

  @Option(
      names = "--teacher-input",
      paramLabel = "{KEY: VALUE}",
      description =
          "What the teacher's model gets, where it is not found, like '{scale: 0.0039, mean: [0.5]}'"
              + " (docs/study-keys.md, input).")
  private @Nullable String input;

  @Option(
      names = "--teacher-output",
      paramLabel = "{KEY: VALUE}",
      description =
          "What the teacher gives, where it is not found, like '{kind: probabilities}'"
              + " (docs/study-keys.md, output).")
  private @Nullable String scored;

  @Option(
      names = "--trust",
      description = "That you trust the maker of a .pt file, which can do what a program can.")
  private boolean trust;

  @Option(
      names = "--ensemble",
      arity = "0..1",
      fallbackValue = "mean-probability",
      paramLabel = "WEIGHTS",
      description =
          "Take all --teacher together as one: mean-probability, mean-logit, or validation for the"
              + " mixture that fits its labels best (default: a row of the table for each).")
  private @Nullable String ensemble;

  /**
   * The teachers.
   *
   * @param id the column of ids that files of scores are joined by
   * @param classes the order of their scores, where it is not that of the data
   */
  List<ForeignTeacher> teachers(Optional<String> id, List<String> classes) {
    TrainedOn rows =
        trainedOn == null
            ? TrainedOn.UNKNOWN
            : Words.parse("--trained-on", trainedOn, TrainedOn.class);
    Iterator<Path> test = tests.iterator();
    List<ForeignTeacher> teachers = new ArrayList<>();
    for (Path path : files) {
      boolean scored = TeacherFile.of(path).isScores() && test.hasNext();
      Optional<Path> scores = scored ? Optional.of(test.next()) : Optional.empty();
      teachers.add(ports().of(new TeacherFile(path, scores, id, classes, rows, trust).teacher()));
    }
    if (test.hasNext()) {
      throw new LimbeckException(
          "--teacher-test %s: no file of scores in --teacher that it belongs to; a model scores the test rows itself"
              .formatted(test.next()));
    }
    requireFiles();
    return ensemble == null ? teachers : List.of(together(teachers, ensemble, rows));
  }

  private TeacherPorts ports() {
    return TeacherPorts.of(Optional.ofNullable(input), Optional.ofNullable(scored));
  }

  private void requireFiles() {
    if (ensemble != null && files.size() < 2) {
      throw new LimbeckException(
          "--ensemble: expected two --teacher or more, found " + files.size());
    }
    if (files.isEmpty()) {
      requireNone("--trust", trust);
      requireNone("--trained-on", trainedOn != null);
      requireNone("--teacher-input", input != null);
      requireNone("--teacher-output", scored != null);
    }
  }

  private static void requireNone(String option, boolean given) {
    if (given) {
      throw new LimbeckException(option + ": only for a teacher that is given with --teacher");
    }
  }

  private static ForeignTeacher together(
      List<ForeignTeacher> teachers, String weights, TrainedOn trainedOn) {
    Combination combination = Words.parse("--ensemble", weights, Combination.class);
    List<ForeignSource> members = teachers.stream().map(ForeignTeacher::source).toList();
    return new ForeignTeacher(
        "ensemble", new ForeignSource.Ensemble(members, combination), trainedOn);
  }
}
