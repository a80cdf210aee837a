package org.limbeck.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.data.Split;
import org.limbeck.diagnosis.Diagnosis;
import org.limbeck.nn.Compute;
import org.limbeck.plan.Role;
import org.limbeck.store.DataSummary;
import org.limbeck.store.History;
import org.limbeck.store.IterateResult;
import org.limbeck.store.Provenance;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.store.SplitResult;
import org.limbeck.store.TeacherFiles;
import org.limbeck.store.TeacherPasses;
import org.limbeck.store.Weights;
import org.limbeck.store.judging.Judged;
import org.limbeck.teacher.NetworkTeacher;
import org.limbeck.teacher.Teacher;
import org.limbeck.teacher.TeacherScores;
import org.limbeck.train.Evaluation;
import org.limbeck.train.Predictions;
import org.limbeck.train.Snapshot;
import org.limbeck.train.TrainedModel;

/** Evaluates a finished training and writes the files of its run. */
final class RunOutcome {
  private final RunTask task;
  private final TrainedModel model;
  private final Compute compute;
  private final @Nullable TeacherPasses passes;
  private final Map<Split, Predictions> known;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private @Nullable Judged judged;

  RunOutcome(RunTask task, TrainedModel model, Compute compute, @Nullable TeacherPasses passes) {
    this(task, model, compute, passes, Map.of());
  }

  /**
   * The outcome of a run.
   *
   * @param known predictions that replace the network's, where it was changed after training
   */
  RunOutcome(
      RunTask task,
      TrainedModel model,
      Compute compute,
      @Nullable TeacherPasses passes,
      Map<Split, Predictions> known) {
    this.known = Map.copyOf(known);
    this.task = task;
    this.model = model;
    this.compute = compute;
    this.passes = passes;
  }

  /*
   * The folder becomes visible by one rename when all is written, and a file that a power cut tore
   * fails its checksum: the run is then done again. So nothing here is forced to disk, which took a
   * twentieth of a small study.
   */

  /** Writes all files into {@code folder}, which nobody reads yet. */
  RunRecord write(Path folder, long startNanos) {
    RunRecord record = record(startNanos);
    add(RunDirectory.RECORD, Json.pretty(record));
    files.forEach((name, content) -> AtomicFiles.writeUnseen(folder.resolve(name), content));
    return record;
  }

  private RunRecord record(long startNanos) {
    Snapshot delivered = model.delivered(task.spec().training());
    IterateResult last = evaluate(model.last(), delivered);
    IterateResult best =
        model.best().epoch() == model.last().epoch() ? last : evaluate(model.best(), delivered);
    add(RunDirectory.HISTORY, History.toCsv(model.history()));
    files.put(RunDirectory.WEIGHTS, Weights.toBytes(model.network(), delivered.state()));
    List<Diagnosis> diagnoses =
        task.spec().role() == Role.TEACHER ? diagnose(delivered) : List.of();
    Map<String, String> sums = new LinkedHashMap<>();
    files.forEach((name, content) -> sums.put(name, Checksums.of(content)));
    return new RunRecord(
            RunSpec.FORMAT_VERSION,
            task.spec().id(),
            task.spec(),
            DataSummary.of(task.data()),
            model.network().parameters(),
            last,
            best,
            diagnoses,
            passes,
            Provenance.here(compute),
            (System.nanoTime() - startNanos) / 1e9,
            sums,
            "",
            List.of(),
            judged)
        .sealed();
  }

  private IterateResult evaluate(Snapshot snapshot, Snapshot delivered) {
    Predictions held = predict(snapshot, Split.VALIDATION);
    Predictions test = predict(snapshot, Split.TEST);
    if (snapshot.epoch() == delivered.epoch()) {
      judged = Judged.of(held, task.data(), task.spec().driving()).orElse(null);
      add(RunDirectory.VALIDATION_PREDICTIONS, held.toCsv());
      add(RunDirectory.PREDICTIONS, test.toCsv());
    }
    List<String> groups = task.data().groupNames();
    return IterateResult.of(snapshot, SplitResult.of(held, groups), SplitResult.of(test, groups));
  }

  private Predictions predict(Snapshot snapshot, Split split) {
    Predictions there = known.get(split);
    return there == null
        ? Evaluation.of(model.network(), snapshot.state(), task.data(), split)
        : there;
  }

  private List<Diagnosis> diagnose(Snapshot delivered) {
    try (var teacher =
        new NetworkTeacher(
            model.network(),
            delivered.state(),
            task.spec().training().precision(),
            task.data(),
            delivered.costs())) {
      return diagnose(teacher);
    }
  }

  private List<Diagnosis> diagnose(Teacher teacher) {
    TeacherScores scores = TeacherScores.of(teacher);
    files.put(RunDirectory.SCORES, TeacherFiles.toBytes(scores));
    var heldOut =
        new HeldOutScores(
            scores.validation(), task.data().validation().labels(), teacher.prior().orElseThrow());
    return Diagnosis.ofAll(teacher.costs().orElseThrow(), heldOut);
  }

  private void add(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
