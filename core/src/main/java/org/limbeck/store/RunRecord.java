package org.limbeck.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.diagnosis.Diagnosis;
import org.limbeck.train.TrainOptions;

/**
 * A finished run as {@code run.json} holds it: recipe, provenance, results. Reports are made from
 * these alone.
 *
 * @param formatVersion of the run directory
 * @param id of the run
 * @param spec what was run
 * @param data what it was run on
 * @param parameters trainable values of the network
 * @param last the iterate after the last epoch, or the average that stands for it
 * @param best the iterate with the best validation objective
 * @param diagnoses a teacher's scores in every mode, on validation; empty for a student
 * @param teacherPasses what the score cache spared a student; null where there was none
 * @param provenance what it was made with
 * @param seconds wall time of training and evaluation
 * @param files SHA-256 of every other file in the directory
 * @param checksum SHA-256 of this record with an empty checksum
 */
public record RunRecord(
    int formatVersion,
    String id,
    RunSpec spec,
    DataSummary data,
    long parameters,
    IterateResult last,
    IterateResult best,
    List<Diagnosis> diagnoses,
    @Nullable TeacherPasses teacherPasses,
    Provenance provenance,
    double seconds,
    Map<String, String> files,
    String checksum) {
  public RunRecord {
    diagnoses = List.copyOf(diagnoses);
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** The iterate that the run delivers: its weights and predictions are in the directory. */
  public IterateResult delivered() {
    return spec.train().iterate() == TrainOptions.Iterate.BEST ? best : last;
  }

  /** The diagnosis of one score mode. */
  public Diagnosis diagnosis(ScoreMode mode) {
    return diagnoses.stream()
        .filter(diagnosis -> diagnosis.calibration().mode() == mode)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("run " + id + " has no diagnosis"));
  }

  /** This record with its checksum filled in. */
  public RunRecord sealed() {
    return withChecksum(Checksums.of(Json.canonical(withChecksum(""))));
  }

  /** Whether the record is as it was sealed. */
  public boolean intact() {
    return sealed().checksum().equals(checksum);
  }

  private RunRecord withChecksum(String sum) {
    return new RunRecord(
        formatVersion,
        id,
        spec,
        data,
        parameters,
        last,
        best,
        diagnoses,
        teacherPasses,
        provenance,
        seconds,
        files,
        sum);
  }
}
