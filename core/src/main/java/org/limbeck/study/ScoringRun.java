package org.limbeck.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.calibration.LabelShift;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.diagnosis.Diagnosis;
import org.limbeck.nn.Compute;
import org.limbeck.store.DataSummary;
import org.limbeck.store.IterateResult;
import org.limbeck.store.Provenance;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.store.SplitResult;
import org.limbeck.store.TeacherFiles;
import org.limbeck.teacher.TeacherScores;
import org.limbeck.teacher.foreign.ForeignScores;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.teacher.foreign.ForeignTeachers;
import org.limbeck.train.Evaluation;
import org.limbeck.train.Predictions;

/**
 * The run of a foreign teacher: scores the examples of all splits, and leaves the files that a
 * trained teacher leaves, but weights and epochs.
 */
final class ScoringRun {
  private final RunTask task;
  private final ForeignTeacher teacher;
  private final Compute compute;
  private final boolean uncosted;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * A run.
   *
   * @param uncosted whether students need the costs that the teacher was trained with
   */
  ScoringRun(RunTask task, Compute compute, boolean uncosted) {
    this.task = task;
    this.compute = compute;
    this.uncosted = uncosted;
    teacher = task.foreignTeacher();
  }

  /** Scores, and writes all files into {@code folder}, which nobody reads yet. */
  RunRecord write(Path folder, long startNanos) {
    RunRecord record = record(startNanos);
    add(RunDirectory.RECORD, Json.pretty(record));
    files.forEach((name, content) -> AtomicFiles.writeUnseen(folder.resolve(name), content));
    return record;
  }

  private RunRecord record(long startNanos) {
    try (ForeignScores scores =
        ForeignTeachers.open(
            teacher.source(), task.data(), compute.threads(), task.drivingRows())) {
      Optional<double[]> costs = scores.costs();
      if (uncosted) {
        TeacherFiles.requireCosts(teacher.name(), ScoreMode.UNCOSTED, costs);
      }
      float[] train = train(scores);
      Optional<float[]> validation = scores.logits(Split.VALIDATION);
      Optional<float[]> test = scores.logits(Split.TEST);
      notes.addAll(scores.notes());
      noteMissing(validation.isEmpty(), test.isEmpty());
      var kept = new TeacherScores(task.data().classes(), train, validation.orElse(new float[0]));
      files.put(RunDirectory.SCORES, TeacherFiles.toBytes(kept));
      var result =
          new IterateResult(
              0,
              0,
              costs.map(known -> Arrays.stream(known).boxed().toList()).orElse(List.of()),
              result(validation, Split.VALIDATION, RunDirectory.VALIDATION_PREDICTIONS),
              result(test, Split.TEST, RunDirectory.PREDICTIONS));
      return record(result, validation.map(held -> diagnoses(held, costs)), startNanos);
    } catch (LimbeckException e) {
      throw new LimbeckException(task.spec().label() + ": " + e.getMessage(), e);
    }
  }

  private float[] train(ForeignScores scores) {
    return scores
        .logits(Split.TRAIN)
        .orElseThrow(
            () ->
                new LimbeckException(
                    "no scores for the training rows, which students learn from; give them"));
  }

  private void noteMissing(boolean validation, boolean test) {
    if (validation) {
      notes.add(
          "It has no scores for the validation split: students learn from its scores as they are,"
              + " and how right its probabilities are is not known.");
    }
    if (test) {
      notes.add("It has no scores for the test split, so tables have no figures of its own.");
    }
  }

  private @Nullable SplitResult result(Optional<float[]> logits, Split split, String file) {
    if (logits.isEmpty()) {
      return null;
    }
    Dataset data = task.data();
    Predictions predictions = Evaluation.ofLogits(logits.get(), data, split);
    add(file, predictions.toCsv());
    return SplitResult.of(predictions, data.groupNames());
  }

  /*
   * Calibrated scores are to be the class probabilities of the training split, which students learn
   * from, whatever the teacher was trained on. So the training prior is that of the split's labels,
   * as for a teacher that is trained here.
   */
  private List<Diagnosis> diagnoses(float[] held, Optional<double[]> costs) {
    Dataset data = task.data();
    var prior = LabelShift.frequencies(data.train().labels(), data.classes());
    var scores = new HeldOutScores(held, data.validation().labels(), prior);
    return Diagnosis.ofAll(costs.orElseGet(this::equalCosts), scores);
  }

  private double[] equalCosts() {
    var ones = new double[task.data().classes()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private RunRecord record(
      IterateResult result, Optional<List<Diagnosis>> diagnoses, long startNanos) {
    Map<String, String> sums = new LinkedHashMap<>();
    files.forEach((name, content) -> sums.put(name, Checksums.of(content)));
    return new RunRecord(
            RunSpec.FORMAT_VERSION,
            task.spec().id(),
            task.spec(),
            DataSummary.of(task.data()),
            0,
            result,
            result,
            diagnoses.orElse(List.of()),
            null,
            Provenance.here(compute),
            (System.nanoTime() - startNanos) / 1e9,
            sums,
            "",
            notes,
            null)
        .sealed();
  }

  private void add(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
