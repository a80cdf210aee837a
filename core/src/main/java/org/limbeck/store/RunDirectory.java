package org.limbeck.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;
import org.limbeck.plan.Role;

/**
 * The folder of one run, {@code runs/ID}: {@code run.json}, {@code history.csv}, {@code
 * predictions.csv} (test), {@code predictions-validation.csv}, {@code weights.safetensors}, and a
 * teacher's {@code scores.safetensors}.
 *
 * <p>A run in work lives in {@code runs/ID.partial} with its spec and its checkpoint, and is
 * renamed when complete.
 */
public final class RunDirectory {
  /** The record. */
  public static final String RECORD = "run.json";

  /** The epochs. */
  public static final String HISTORY = "history.csv";

  /** Predictions for the test split. */
  public static final String PREDICTIONS = "predictions.csv";

  /** Predictions for the validation split. */
  public static final String VALIDATION_PREDICTIONS = "predictions-validation.csv";

  /** The delivered iterate. */
  public static final String WEIGHTS = "weights.safetensors";

  /** A teacher's logits for the training and the validation split. */
  public static final String SCORES = "scores.safetensors";

  /** Where a run in work saves its state. */
  public static final String CHECKPOINT = "checkpoint.safetensors";

  /** The folder of all runs in a study's directory. */
  static final String RUNS = "runs";

  private static final String LOCK = ".lock";

  private final Path runs;
  private final Path folder;
  private final PartialRun partial;

  /** The folder of run {@code id} in a study's directory. */
  public RunDirectory(Path study, String id) {
    runs = study.resolve(RUNS);
    folder = runs.resolve(id);
    partial = new PartialRun(runs, id);
  }

  /**
   * The roles that an entry of the folder of all runs may have, if it is a finished run or one with
   * a checkpoint: one role, or all where the run does not say; none for any other entry.
   */
  static Set<Role> started(Path entry) {
    if (!isStarted(entry)) {
      return Set.of();
    }
    return spec(entry).map(RunSpec::role).map(Set::of).orElse(EnumSet.allOf(Role.class));
  }

  /**
   * Whether an entry of the folder of all runs is started, as {@link #started}, and may be a run of
   * a teacher or of a student that learns from one.
   */
  static boolean mayHaveTeacher(Path entry) {
    return isStarted(entry)
        && spec(entry)
            .filter(spec -> spec.role() == Role.STUDENT && spec.teacher() == null)
            .isEmpty();
  }

  private static boolean isStarted(Path entry) {
    return Files.isDirectory(entry)
        && (!isPartial(entry) || Files.exists(entry.resolve(CHECKPOINT)));
  }

  private static boolean isPartial(Path entry) {
    return String.valueOf(entry.getFileName()).endsWith(PartialRun.SUFFIX);
  }

  private static Optional<RunSpec> spec(Path entry) {
    String id = String.valueOf(entry.getFileName()).replace(PartialRun.SUFFIX, "");
    return isPartial(entry)
        ? new PartialRun(entry.resolveSibling(""), id).spec()
        : intact(entry).map(RunRecord::spec);
  }

  /** A file of the finished run. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * Takes the run for this process: {@code runs/ID.lock}, which is deleted when the run is
   * complete.
   *
   * @throws LimbeckException if another process, or another thread, is at work on the run
   */
  public LockFile lock() {
    AtomicFiles.createFolder(runs);
    Path file = runs.resolve(folder.getFileName() + LOCK);
    return LockFile.take(file, file + ": another limbeck is at work on this run; wait for it");
  }

  /** Begins, or resumes, the run: returns the folder that it writes to, created if need be. */
  public Path begin(RunSpec spec) {
    return partial.begin(spec);
  }

  /**
   * The record of the finished run; absent if there is none, or if any of its files is not what its
   * checksum says.
   *
   * @throws LimbeckException if it was written by a newer format
   */
  public Optional<RunRecord> finished() {
    return record()
        .filter(
            record ->
                record.files().entrySet().stream()
                    .allMatch(entry -> Checksums.matches(file(entry.getKey()), entry.getValue())));
  }

  /**
   * The record of a run that has to be finished.
   *
   * @throws LimbeckException if it is not, or any of its files is not what its checksum says
   */
  public RunRecord required() {
    return finished()
        .orElseThrow(
            () ->
                new LimbeckException(
                    "%s: the run is missing, damaged or altered; run limbeck study again, which does"
                            .formatted(folder)
                        + " such a run anew"));
  }

  /**
   * A file of a finished run in any folder, verified before it is read.
   *
   * @param folder of the run, perhaps a copy outside its study
   * @param name of the file
   * @return absent if the run has no such file
   * @throws LimbeckException if {@code run.json} or the file is not what its checksum says
   */
  public static Optional<Path> verified(Path folder, String name) {
    Path file = folder.resolve(name);
    RunRecord record =
        intact(folder)
            .orElseThrow(() -> altered(folder.resolve(RECORD), "its own checksum or id says"));
    String sum = record.files().get(name);
    if (sum == null) {
      return Optional.empty();
    }
    if (!Checksums.matches(file, sum)) {
      throw altered(file, "its checksum in run.json says");
    }
    return Optional.of(file);
  }

  private static LimbeckException altered(Path file, String says) {
    return new LimbeckException(
        "%s: missing, damaged or altered: it is not what %s; run limbeck study again, which does such a run anew"
            .formatted(file, says));
  }

  /** The record of the finished run, whose other files may be damaged. */
  Optional<RunRecord> record() {
    return intact(folder).filter(record -> folder.endsWith(record.id()));
  }

  private static Optional<RunRecord> intact(Path folder) {
    return RecordFile.read(folder.resolve(RECORD), RunRecord.class)
        .filter(RunRecord::intact)
        .filter(record -> RunIdentity.isIdOf(record.spec(), record.id()))
        .filter(record -> !isOfAnother(folder, record.id()));
  }

  /** Whether a folder has the id of another run as its name. */
  private static boolean isOfAnother(Path folder, String id) {
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    return RunIdentity.isId(name) && !name.equals(id);
  }

  /** Whether the folder of the finished run is there, intact or not. */
  public boolean exists() {
    return Files.exists(folder);
  }

  /** Removes what is damaged. */
  public void discard() {
    AtomicFiles.delete(folder);
  }

  /** Makes the run in work the finished one. */
  public void complete() {
    try {
      AtomicFiles.move(partial.end(), folder);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(folder, e);
    }
  }
}
