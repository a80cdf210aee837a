package org.limbeck.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Json;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;

/**
 * The directory of one study: {@code study.yaml}, {@code study.json}, {@code runs/}, {@code
 * leaderboard.csv}, {@code report.html}, {@code student.onnx}, {@code student.md}.
 *
 * <p>Held by one process at a time while it is open.
 */
public final class StudyDirectory implements AutoCloseable {
  /** The plan, with every key written out. */
  public static final String PLAN = "study.yaml";

  /** What the study consists of. */
  public static final String RECORD = "study.json";

  /** The table. */
  public static final String LEADERBOARD = "leaderboard.csv";

  private static final String LOCK = ".limbeck.lock";

  private final Path folder;
  private final LockFile lock;

  private StudyDirectory(Path folder, LockFile lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens, or begins, the directory of a plan.
   *
   * <p>A directory that holds a study is extended: see {@link ExistingStudy} for what may differ.
   *
   * @throws LimbeckException if it cannot be written, is in use, means another study, was made by a
   *     newer format, or holds something else
   */
  public static StudyDirectory open(Path folder, StudyPlan plan) {
    AtomicFiles.createFolder(folder);
    boolean made = !Files.exists(folder.resolve(LOCK));
    var directory = new StudyDirectory(folder, lock(folder));
    try {
      requireStudyOrEmpty(folder, made);
      boolean bound = ExistingStudy.isIn(folder);
      if (bound) {
        ExistingStudy.requireSame(folder, plan);
      }
      String text = StudyYaml.write(plan);
      if (directory.record().isEmpty() || !bound) {
        directory.write(new StudyRecord(RunSpec.FORMAT_VERSION, plan.name(), List.of(), Map.of()));
      }
      AtomicFiles.write(folder.resolve(PLAN), text);
      return directory;
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** What a study killed at its very beginning leaves is no obstacle. */
  private static boolean ours(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return name.equals(LOCK) || name.startsWith(PLAN) || name.startsWith(RECORD);
  }

  private static void requireStudyOrEmpty(Path folder, boolean lockMade) {
    if (Files.exists(folder.resolve(PLAN))) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (!entries.allMatch(StudyDirectory::ours)) {
        if (lockMade) {
          Files.deleteIfExists(folder.resolve(LOCK));
        }
        throw new LimbeckException(
            folder + ": not empty and not a study's directory; choose another one with -o");
      }
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(folder, e);
    } catch (UncheckedIOException e) {
      throw AtomicFiles.cannotWrite(folder, new IOException(e.getMessage(), e));
    }
  }

  private static LockFile lock(Path folder) {
    return LockFile.take(
        folder.resolve(LOCK),
        folder + ": another limbeck is at work in it; wait for it or choose another with -o");
  }

  /** The plan of a study's directory. */
  public static StudyPlan readPlan(Path folder) {
    if (!Files.isRegularFile(folder.resolve(PLAN))) {
      throw new LimbeckException(
          folder + ": not a study's directory (no " + PLAN + "); name one that limbeck study made");
    }
    return StudyYaml.readWritten(folder.resolve(PLAN));
  }

  /** The record; its runs are empty until the study is finished, and it is absent if damaged. */
  public Optional<StudyRecord> record() {
    return readRecord(folder);
  }

  /** The record in a study's directory; see {@link #record}. */
  public static Optional<StudyRecord> readRecord(Path folder) {
    Path file = folder.resolve(RECORD);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      @Nullable StudyRecord record = Json.read(Files.readString(file), StudyRecord.class);
      if (record == null) {
        return Optional.empty();
      }
      if (record.formatVersion() > RunSpec.FORMAT_VERSION) {
        throw new LimbeckException(
            "%s: written by a newer Limbeck (format %d, this one reads up to %d); update Limbeck or choose another directory with -o"
                .formatted(file, record.formatVersion(), RunSpec.FORMAT_VERSION));
      }
      return Optional.of(record);
    } catch (JsonProcessingException | CharacterCodingException e) {
      return Optional.empty(); // damaged: it is made again from the runs
    } catch (IOException e) {
      throw new LimbeckException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The directory itself. */
  public Path folder() {
    return folder;
  }

  /** Writes {@code study.json}. */
  public void write(StudyRecord record) {
    AtomicFiles.write(folder.resolve(RECORD), Json.pretty(record));
  }

  @Override
  public void close() {
    lock.close();
  }
}
