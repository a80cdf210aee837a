package org.limbeck.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;

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

  /** Whether an entry of the folder of all runs is a finished run, or one with a checkpoint. */
  static boolean isStarted(Path entry) {
    return Files.isDirectory(entry)
        && (!entry.toString().endsWith(PartialRun.SUFFIX)
            || Files.exists(entry.resolve(CHECKPOINT)));
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
    return read(file(RECORD))
        .filter(RunRecord::intact)
        .filter(
            record ->
                folder.endsWith(record.id()) && RunIdentity.isIdOf(record.spec(), record.id()))
        .filter(
            record ->
                record.files().entrySet().stream()
                    .allMatch(entry -> Checksums.matches(file(entry.getKey()), entry.getValue())));
  }

  /** Whether the folder of the finished run is there, intact or not. */
  public boolean exists() {
    return Files.exists(folder);
  }

  private static Optional<RunRecord> read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      String text = Files.readString(file);
      requireKnownFormat(file, text);
      return Optional.ofNullable(Json.read(text, RunRecord.class));
    } catch (JsonProcessingException | CharacterCodingException e) {
      return Optional.empty(); // damaged: the run is done again
    } catch (NoSuchFileException e) {
      return Optional.empty(); // discarded meanwhile
    } catch (IOException e) {
      throw new LimbeckException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static void requireKnownFormat(Path file, String text) throws JsonProcessingException {
    int version = Json.read(text, JsonNode.class).path("formatVersion").asInt();
    if (version > RunSpec.FORMAT_VERSION) {
      throw new LimbeckException(
          "%s: written by a newer Limbeck (format %d, this one reads up to %d); update Limbeck or choose another directory with -o"
              .formatted(file, version, RunSpec.FORMAT_VERSION));
    }
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
