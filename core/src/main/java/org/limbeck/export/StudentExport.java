package org.limbeck.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.BuildVersion;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.data.Dataset;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.StateDict;
import org.limbeck.onnx.OnnxExport;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.Weights;
import org.limbeck.teacher.foreign.ForeignTeacher;

/** Writes the chosen student of a study as {@code student.onnx} with its card. */
public final class StudentExport {
  /** The model. */
  public static final String MODEL = "student.onnx";

  /** The model card. */
  public static final String CARD = "student.md";

  private StudentExport() {}

  /**
   * What was written.
   *
   * @param model content of {@code student.onnx}
   * @param card content of {@code student.md}
   * @param parity of the model with the network
   */
  @SuppressWarnings("ArrayRecordComponent") // large, read-only
  public record Exported(byte[] model, String card, Parity parity) {}

  /**
   * Exports a student, checks the bytes against the network, and only then writes the files.
   *
   * @param study the study's directory, where the run is found and the files are put
   * @param selected a student's row
   * @param seed one of the row's
   * @param chosenBy the metric on validation that the study chose by, for the card
   * @param warnings what has to be known before it is shipped, one sentence each, for the card
   * @param data the splits that the run was trained on
   * @param teachers of the plan that were trained elsewhere
   * @param choice the rule of the choice and how sure it is, one sentence each, for the card
   * @throws IllegalStateException if the data have another fingerprint; or if the exported model
   *     and the network compute different scores, in which case no exported student is left
   * @throws LimbeckException if the run's files are damaged or the directory cannot be written
   */
  public static Exported write(
      Path study,
      Leaderboard.Row selected,
      long seed,
      SplitMetric chosenBy,
      List<String> warnings,
      Dataset data,
      List<ForeignTeacher> teachers,
      List<String> choice) {
    Optional<CardTeacher> teacher = CardTeacher.of(study, selected, teachers);
    var student = new SelectedStudent(selected, seed, chosenBy, warnings, teacher, choice);
    requireSameData(student.run(), data);
    StudentModel model = model(study, student.run(), data);
    String card = ModelCard.of(student, model, data);
    AtomicFiles.write(study.resolve(MODEL), model.bytes());
    AtomicFiles.write(study.resolve(CARD), card);
    return new Exported(model.bytes(), card, model.parity());
  }

  /** The same for a student whose teacher was trained in the study. */
  public static Exported write(
      Path study,
      Leaderboard.Row selected,
      long seed,
      SplitMetric chosenBy,
      List<String> warnings,
      Dataset data) {
    return write(study, selected, seed, chosenBy, warnings, data, List.of(), List.of());
  }

  private static void requireSameData(RunRecord run, Dataset data) {
    if (!run.spec().dataFingerprint().equals(data.fingerprint())) {
      throw new IllegalStateException(
          "run %s was trained on data %s, but %s was given for the export"
              .formatted(run.id(), run.spec().dataFingerprint(), data.fingerprint()));
    }
  }

  private static StudentModel model(Path study, RunRecord run, Dataset data) {
    NetworkDescription network =
        NetworkDescription.of(
            NetworkSpec.parse(run.spec().network()),
            data.shape(),
            data.classes(),
            data.normalisation());
    StateDict state = Weights.read(intactWeights(study, run), network);
    byte[] bytes =
        OnnxExport.toBytes(network, state, RunMetadata.of(run, data.licence()), data.encoding());
    try {
      return new StudentModel(network, bytes, OnnxParity.check(bytes, network, state, data));
    } catch (IllegalStateException e) {
      remove(study);
      throw e;
    }
  }

  private static Path intactWeights(Path study, RunRecord run) {
    var directory = new RunDirectory(study, run.id());
    if (directory.finished().filter(found -> found.checksum().equals(run.checksum())).isEmpty()) {
      throw new LimbeckException(
          "%s: the run is missing, damaged or has changed since; run the study again"
              .formatted(directory.file(RunDirectory.RECORD)));
    }
    return directory.file(RunDirectory.WEIGHTS);
  }

  /** Removes an exported student where there is one. */
  public static void remove(Path study) {
    AtomicFiles.delete(study.resolve(CARD));
    AtomicFiles.delete(study.resolve(MODEL));
  }

  /**
   * Names everything that the two files are made from, this library's version included: with an
   * equal key, {@link #write} would write the same again.
   */
  public static String key(
      Leaderboard.Row selected,
      long seed,
      SplitMetric chosenBy,
      List<String> warnings,
      List<ForeignTeacher> teachers) {
    String name = selected.combination().teacher().name();
    List<Object> parts = new ArrayList<>(List.of(BuildVersion.text(), seed, chosenBy, warnings));
    parts.add(selected);
    teachers.stream()
        .filter(teacher -> teacher.name().equals(name))
        .forEach(teacher -> parts.add(teacher.trainedOn()));
    return Checksums.of(Json.canonical(parts));
  }
}
