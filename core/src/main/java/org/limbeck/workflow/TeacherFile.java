package org.limbeck.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.onnx.TritonFolder;
import org.limbeck.plan.foreign.ForeignKeys;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.teacher.foreign.ForeignTeacher.TrainedOn;
import org.limbeck.teacher.foreign.ModelInput;
import org.limbeck.teacher.foreign.ModelOutput;

/**
 * A teacher by its file, whose name says what it is: an ONNX model, a Triton model folder, a
 * TorchScript model or a file of scores.
 *
 * @param file the model, or the scores of the training rows
 * @param test the scores of the test rows; only beside scores
 * @param id the column of ids in a table of scores; joined by row number if it is empty
 * @param classes the classes in the order of the scores; empty for that of the data
 * @param trainedOn which examples of the study it may have learned from
 * @param trust whether a TorchScript file, which can do whatever a program can, is trusted
 */
public record TeacherFile(
    Path file,
    Optional<Path> test,
    Optional<String> id,
    List<String> classes,
    TrainedOn trainedOn,
    boolean trust) {
  private static final String TABLES = ".*\\.(csv|tsv|parquet)(\\.gz|\\.zst)?";
  private static final String ARRAYS = ".*\\.(npy|npz|safetensors)";
  private static final String KNOWN =
      "an ONNX model (.onnx), a Triton model folder, scores (.parquet, .csv, .npy, .npz,"
          + " .safetensors) or a TorchScript model (.pt)";

  public TeacherFile {
    classes = List.copyOf(classes);
  }

  /** A file of which nothing else is known. */
  public static TeacherFile of(Path file) {
    return new TeacherFile(
        file, Optional.empty(), Optional.empty(), List.of(), TrainedOn.UNKNOWN, false);
  }

  /** The same with scores of the test rows. */
  public TeacherFile withTest(Path scores) {
    return new TeacherFile(file, Optional.of(scores), id, classes, trainedOn, trust);
  }

  /** The same, joined by a column of ids where it is a table of scores. */
  public TeacherFile withId(String column) {
    return new TeacherFile(file, test, Optional.of(column), classes, trainedOn, trust);
  }

  /** Whether it is a file of scores by its name. */
  public boolean isScores() {
    return lowerName().matches(TABLES) || lowerName().matches(ARRAYS);
  }

  /**
   * The teacher, called like its file; paths are absolute.
   *
   * @throws LimbeckException if there is no such file, or its name says that it is none of these
   */
  public ForeignTeacher teacher() {
    requireExists(file);
    test.ifPresent(TeacherFile::requireExists);
    if (test.isPresent() && !isScores()) {
      throw new LimbeckException(
          "teacher %s: a model scores the test rows itself; leave the file of test scores out"
              .formatted(file));
    }
    ForeignSource source = source();
    return new ForeignTeacher(ForeignKeys.usualName(source), source, trainedOn);
  }

  private ForeignSource source() {
    String name = lowerName();
    var output = new ModelOutput(Optional.empty(), Optional.empty(), classes);
    if (Files.isDirectory(file) ? TritonFolder.is(file) : name.endsWith(".onnx")) {
      return new ForeignSource.OnnxModel(absolute(file), ModelInput.FOUND, output);
    }
    if (Files.isDirectory(file)) {
      throw new LimbeckException(
          "teacher %s: a folder without config.pbtxt, so no model folder of Triton; name the file of the model"
              .formatted(file));
    }
    if (isScores()) {
      return new ForeignSource.ScoreFiles(
          absolute(file),
          test.map(TeacherFile::absolute),
          id.filter(column -> name.matches(TABLES)),
          output);
    }
    if (name.endsWith(".pt")) {
      requireTrust();
      return new ForeignSource.TorchScriptModel(absolute(file), ModelInput.FOUND, output);
    }
    throw unknown(name);
  }

  private void requireTrust() {
    if (!trust) {
      throw new LimbeckException(
          "teacher %s: a TorchScript file can do whatever a program can, and nothing keeps it from it; give --trust (in Java: trust) if you trust its maker, or export it to ONNX with torch.onnx.export"
              .formatted(file));
    }
  }

  private LimbeckException unknown(String name) {
    boolean torch = name.endsWith(".pt2") || name.endsWith(".pth") || name.endsWith(".ckpt");
    return new LimbeckException(
        "teacher %s: %s"
            .formatted(
                file,
                torch
                    ? "such files of PyTorch are not read; export to ONNX with torch.onnx.export"
                    : "not known by its name; expected " + KNOWN));
  }

  private static void requireExists(Path path) {
    if (!Files.exists(path)) {
      throw new LimbeckException("teacher %s: no such file or folder".formatted(path));
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private String lowerName() {
    Path name = file.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }
}
