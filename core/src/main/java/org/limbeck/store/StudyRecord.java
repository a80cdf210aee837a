package org.limbeck.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;

/**
 * What {@code study.json} holds: which runs a finished study consists of, and what was exported.
 *
 * @param formatVersion of the study directory
 * @param name of the study
 * @param runs ids in the order of the plan; empty until all are finished
 * @param exported SHA-256 of each exported file by its name, with the exported run's id under
 *     {@code run}; empty if nothing was selected
 * @param checksum SHA-256 of this record with an empty checksum; null in records of versions that
 *     wrote none
 */
public record StudyRecord(
    int formatVersion,
    String name,
    List<String> runs,
    Map<String, String> exported,
    @Nullable String checksum) {
  public StudyRecord {
    runs = List.copyOf(runs);
    exported = Collections.unmodifiableMap(new TreeMap<>(exported));
  }

  /** A record of the present format, with its checksum. */
  public static StudyRecord of(String name, List<String> runs, Map<String, String> exported) {
    return new StudyRecord(RunSpec.FORMAT_VERSION, name, runs, exported, null).sealed();
  }

  /** This record with its checksum filled in. */
  private StudyRecord sealed() {
    return withChecksum(Checksums.of(Json.canonical(withChecksum(""))));
  }

  private StudyRecord withChecksum(String sum) {
    return new StudyRecord(formatVersion, name, runs, exported, sum);
  }

  /** Whether the record is as it was written, as far as it says. */
  boolean intact() {
    return checksum == null || checksum.equals(sealed().checksum());
  }

  /**
   * Reads a record.
   *
   * @return absent if there is no such file
   * @throws LimbeckException if it is damaged, or was written by a newer format
   */
  static Optional<StudyRecord> read(Path file) {
    boolean there = Files.exists(file);
    Optional<StudyRecord> record = readIfIntact(file);
    if (there && record.isEmpty()) {
      throw new LimbeckException(
          file
              + ": damaged or altered: it is not what its checksum says; run limbeck study again,"
              + " which makes it anew from the runs");
    }
    return record;
  }

  /**
   * Reads a record that can be made again from the runs.
   *
   * @return absent if there is no such file, or it is damaged
   * @throws LimbeckException if it was written by a newer format
   */
  static Optional<StudyRecord> readIfIntact(Path file) {
    return RecordFile.read(file, StudyRecord.class).filter(StudyRecord::intact);
  }
}
