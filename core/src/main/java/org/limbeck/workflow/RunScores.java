package org.limbeck.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.SafeTensors;
import org.limbeck.calibration.LogitRows;
import org.limbeck.plan.Role;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.Scores;
import org.limbeck.scores.TableRequest;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;

/**
 * The scores of a finished run on its validation split: a teacher's stored logits, or the
 * logarithms of a student's stored probabilities.
 *
 * <p>A student's training prior is taken to be that of the labels; its teacher's prior, which its
 * costs refer to, is the same where the teacher has converged (docs/method.md, section 4).
 */
record RunScores(RunRecord record, ScoreTable table) {
  private static final String RUNS = "runs";

  /** Reads {@code STUDY/runs/ID}. */
  static RunScores read(Path directory) {
    Path folder = directory.toAbsolutePath().normalize();
    Path runs = folder.getParent();
    if (runs == null || runs.getParent() == null || !runs.endsWith(RUNS)) {
      throw new LimbeckException(
          directory + ": not a run of a study; name a directory in runs/ of a study, or the study");
    }
    return read(directory, new RunDirectory(runs.getParent(), folder.getFileName().toString()));
  }

  /** Reads a run; {@code shown} names it in messages. */
  static RunScores read(Path shown, RunDirectory run) {
    RunRecord record =
        run.finished()
            .orElseThrow(
                () ->
                    new LimbeckException(
                        shown
                            + ": no finished run, or a file of it is damaged; run limbeck study again"));
    return read(shown, run, record);
  }

  /** Reads a run whose record, and so its files, have been verified. */
  static RunScores read(Path shown, RunDirectory run, RunRecord record) {
    if (record.delivered().validation() == null) {
      throw new LimbeckException(
          ("%s: the teacher '%s' has no scores for the validation split, so its calibration cannot be"
                  + " known; give it a file with the scores of those rows")
              .formatted(shown, record.spec().recipe().label()));
    }
    Path predictions = run.file(RunDirectory.VALIDATION_PREDICTIONS);
    ScoreTable table = ScoreTable.read(predictions, TableRequest.PREDICTIONS);
    if (record.spec().role() != Role.TEACHER) {
      return new RunScores(record, named(shown, record, table, table.scores()));
    }
    float[] logits = logits(run.file(RunDirectory.SCORES));
    if (logits.length != (long) table.classes() * table.examples()) {
      throw new LimbeckException(
          "%s: expected %d x %d logits as in %s, found %d; run limbeck study again"
              .formatted(
                  run.file(RunDirectory.SCORES),
                  table.examples(),
                  table.classes(),
                  predictions.getFileName(),
                  logits.length));
    }
    var scores = new Scores.Logits(LogitRows.of(logits, table.classes()));
    return new RunScores(record, named(shown, record, table, scores));
  }

  private static ScoreTable named(Path shown, RunRecord record, ScoreTable table, Scores scores) {
    return new ScoreTable(
        shown.toString(),
        table.classes(),
        table.labels(),
        table.predictions(),
        scores,
        table.groups(),
        Optional.of(record.data().fingerprint()));
  }

  private static float[] logits(Path file) {
    try {
      return SafeTensors.read(file).tensor("validation").values();
    } catch (IOException e) {
      throw new LimbeckException(file + ": cannot be read: " + AtomicFiles.reason(e), e);
    } catch (SafeTensors.CorruptFileException e) {
      throw new LimbeckException(
          "%s: damaged: %s; run limbeck study again".formatted(file, e.getMessage()), e);
    }
  }

  private double[] equalCosts() {
    var ones = new double[record.data().classNames().size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private List<String> notes() {
    if (!record.trainedElsewhere()) {
      return List.of(
          "the validation split of the run, delivered after epoch " + record.delivered().epoch(),
          "training costs and class frequencies: from the run");
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        "the validation split, scored by a teacher from elsewhere: " + record.spec().network());
    notes.add(
        "class frequencies: those of the training split; training costs: "
            + (record.costs().isPresent() ? "from the model" : "unknown, taken as equal"));
    notes.addAll(record.notes());
    return notes;
  }

  /** The diagnosis, with the costs and the class counts of the run. */
  DiagnosedScores diagnosed() {
    double[] costs = record.costs().orElseGet(this::equalCosts);
    double[] counts = record.data().trainCounts().stream().mapToDouble(n -> n).toArray();
    return DiagnosedScores.of(
        "%s of %s (%s)".formatted(record.spec().label(), record.data().name(), table.source()),
        notes(),
        table,
        costs,
        DiagnosedScores.prior(counts),
        record.data().classNames());
  }
}
