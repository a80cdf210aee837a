package org.limbeck.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Json;
import org.limbeck.plan.Role;
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
   * <p>A directory that holds a study is extended: see {@link ExistingStudy} for what may differ. A
   * damaged {@code study.json} is made anew. A {@code study.yaml} that says the same stays as it
   * is, with comments.
   *
   * @param comments of {@code study.yaml} by key, as {@link StudyYaml#write(StudyPlan, Map)} takes
   *     them
   * @param warnings is given a sentence where it is
   * @throws LimbeckException if it cannot be written, is in use, means another study, was made by a
   *     newer format, or holds something else
   */
  public static StudyDirectory open(
      Path folder, StudyPlan plan, Map<String, String> comments, Consumer<String> warnings) {
    AtomicFiles.createFolder(folder);
    boolean made = !Files.exists(folder.resolve(LOCK));
    var directory = new StudyDirectory(folder, lock(folder));
    try {
      requireStudyOrEmpty(folder, made);
      Set<Role> bound = ExistingStudy.boundIn(folder);
      if (!bound.isEmpty()) {
        ExistingStudy.requireSame(folder, plan, bound);
      }
      String text = StudyYaml.write(plan, comments);
      directory.begin(plan, !bound.isEmpty(), warnings);
      if (!StudyYaml.isWritten(folder.resolve(PLAN), plan)) {
        AtomicFiles.write(folder.resolve(PLAN), text);
      }
      return directory;
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Opens, or begins, the directory of a plan without comments. */
  public static StudyDirectory open(Path folder, StudyPlan plan, Consumer<String> warnings) {
    return open(folder, plan, Map.of(), warnings);
  }

  /** Opens, or begins, the directory of a plan without a listener to warnings. */
  public static StudyDirectory open(Path folder, StudyPlan plan) {
    return open(folder, plan, warning -> {});
  }

  /** Makes the record of a study that has none, or begins again. */
  private void begin(StudyPlan plan, boolean bound, Consumer<String> warnings) {
    boolean missing = record().isEmpty();
    Path file = folder.resolve(RECORD);
    if (missing && Files.exists(file)) {
      warnings.accept(file + ": damaged or altered; it is made anew from the runs");
    }
    if (missing || !bound) {
      write(StudyRecord.of(plan.name(), List.of(), Map.of()));
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
    return StudyRecord.readIfIntact(folder.resolve(RECORD));
  }

  /**
   * The record in a study's directory; absent where there is none.
   *
   * @throws LimbeckException if it is damaged or altered, or was written by a newer format
   */
  public static Optional<StudyRecord> readRecord(Path folder) {
    return StudyRecord.read(folder.resolve(RECORD));
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
