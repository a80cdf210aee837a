package org.limbeck.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.diagnosis.Diagnosis;
import org.limbeck.store.judging.Judged;
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
 * @param diagnoses a teacher's scores in every mode, on validation; empty for a student, and for a
 *     foreign teacher without scores for validation
 * @param teacherPasses what the score cache spared a student; null where there was none
 * @param provenance what it was made with
 * @param seconds wall time of training and evaluation
 * @param files SHA-256 of every other file in the directory
 * @param checksum SHA-256 of this record with an empty checksum
 * @param notes what was found or decided about a foreign teacher's scores, a sentence each
 * @param judged results on what of validation drove nothing of it; null where the whole split
 *     drives and judges, and for a foreign teacher
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
    String checksum,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Judged judged) {
  /*
   * Notes are left out where there are none, so that records are what they were before there were
   * notes.
   */

  public RunRecord {
    notes = List.copyOf(Objects.requireNonNullElse(notes, List.of()));
    diagnoses = List.copyOf(diagnoses);
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** A record without notes. */
  public RunRecord(
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
    this(
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
        checksum,
        List.of(),
        null);
  }

  /** The iterate that the run delivers: its weights and predictions are in the directory. */
  public IterateResult delivered() {
    TrainOptions train = spec.train();
    return train != null && train.iterate() == TrainOptions.Iterate.BEST ? best : last;
  }

  /** The results on validation; there are none only of a foreign teacher without such scores. */
  public SplitResult validation() {
    return Objects.requireNonNull(delivered().validation(), "no results on validation");
  }

  /** The results on test; there are none only of a foreign teacher without such scores. */
  public SplitResult test() {
    return Objects.requireNonNull(delivered().test(), "no results on test");
  }

  /** Whether there are results on test. */
  public boolean hasTest() {
    return delivered().test() != null;
  }

  /** The costs c that the delivered network was trained with, {@code [classes]}, if known. */
  public Optional<double[]> costs() {
    List<Double> costs = delivered().costs();
    return costs.isEmpty()
        ? Optional.empty()
        : Optional.of(costs.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Whether the run scores with a teacher that was trained elsewhere. */
  public boolean trainedElsewhere() {
    return spec.foreign() != null;
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
        sum,
        notes,
        judged);
  }
}
