package org.limbeck.export;

import java.nio.file.Path;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.io.AtomicFiles;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.StateDict;
import org.limbeck.study.RunDirectory;
import org.limbeck.study.RunRecord;
import org.limbeck.study.Weights;

/** Writes the chosen student of a study as {@code student.onnx} with its card. */
public final class StudentExport {
  /** The model. */
  public static final String MODEL = "student.onnx";

  /** What is to be known of it. */
  public static final String CARD = "student.md";

  private StudentExport() {}

  /**
   * Exports a student, checks the bytes against the network, and only then writes the files; if
   * anything fails before, the directory is as it was.
   *
   * @param study the study's directory, where the run is found and the files are put
   * @param data the splits that the run was trained on
   * @throws IllegalStateException if the data are others, or the exported model computes something
   *     else than the network
   * @throws LimbeckException if the run's files are damaged or the directory cannot be written
   */
  public static ExportedStudent write(Path study, SelectedStudent student, Dataset data) {
    RunRecord run = student.run();
    requireSameData(run, data);
    NetworkDescription network =
        NetworkDescription.of(
            NetworkSpec.parse(run.spec().network()),
            data.shape(),
            data.classes(),
            data.normalisation());
    StateDict state = Weights.read(intactWeights(study, run), network);
    byte[] bytes = OnnxExport.toBytes(network, state, OnnxMetadata.of(run, data.licence()));
    Parity parity = OnnxParity.check(bytes, network, state, data);
    String card = ModelCard.of(student, new StudentModel(network, bytes, parity), data);
    var written = new ExportedStudent(study.resolve(MODEL), study.resolve(CARD), parity);
    AtomicFiles.write(written.model(), bytes);
    AtomicFiles.write(written.card(), card);
    return written;
  }

  private static void requireSameData(RunRecord run, Dataset data) {
    if (!run.spec().dataFingerprint().equals(data.fingerprint())) {
      throw new IllegalStateException(
          "run %s was trained on data %s, but %s was given for the export"
              .formatted(run.id(), run.spec().dataFingerprint(), data.fingerprint()));
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
}
