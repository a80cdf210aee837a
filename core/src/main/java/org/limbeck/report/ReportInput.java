package org.limbeck.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.compare.CheapFront;
import org.limbeck.compare.Leaderboard;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.train.EpochRecord;

/**
 * The input of a report: records on disk, nothing live.
 *
 * @param studyName the heading
 * @param leaderboard the study's rows, at least one
 * @param selection the rule that the leaderboard's choice was made by
 * @param diagnoses of the drawn teachers by the id of the run, measured on examples that the fits
 *     did not see; for a teacher without one, the diagnoses of its record are shown
 * @param history the epochs of a run; asked only for the runs that are drawn
 * @param foreign the teachers of the plan that were trained elsewhere
 */
public record ReportInput(
    String studyName,
    Leaderboard leaderboard,
    SelectionPlan selection,
    Map<String, TeacherDiagnosis> diagnoses,
    Function<RunRecord, List<EpochRecord>> history,
    List<ForeignTeacher> foreign) {
  public ReportInput {
    if (leaderboard.rows().isEmpty()) {
      throw new IllegalArgumentException("leaderboard: expected 1 row or more, found none");
    }
    diagnoses = Map.copyOf(diagnoses);
    foreign = List.copyOf(foreign);
  }

  /** The input of a study whose teachers were trained in it. */
  public ReportInput(
      String studyName,
      Leaderboard leaderboard,
      SelectionPlan selection,
      Map<String, TeacherDiagnosis> diagnoses,
      Function<RunRecord, List<EpochRecord>> history) {
    this(studyName, leaderboard, selection, diagnoses, history, List.of());
  }

  /** Every run of the study. */
  List<RunRecord> runs() {
    return leaderboard.runs();
  }

  /** A run, for the properties that all runs share. */
  RunRecord anyRun() {
    return leaderboard.rows().get(0).combination().runs().get(0);
  }

  /** Whether a row is that of a teacher from elsewhere. */
  static boolean isForeign(Leaderboard.Row row) {
    return row.combination().runs().stream().allMatch(RunRecord::trainedElsewhere);
  }

  List<String> classNames() {
    return anyRun().data().classNames();
  }

  /**
   * Whether every row has several seeds, so that it has intervals; a foreign teacher's has none,
   * unless each seed has its own split.
   */
  boolean severalSeeds() {
    return leaderboard.rows().stream()
        .filter(row -> !isForeign(row) || leaderboard.students().isEmpty())
        .allMatch(row -> row.combination().runs().size() > 1);
  }

  /** Whether it is known how often each student is on the front. */
  boolean frontShares() {
    return leaderboard.students().stream().anyMatch(row -> row.front().share() != null);
  }

  /** What shifting scores alone gives. */
  CheapFront cheapFront() {
    return CheapFront.of(leaderboard, selection);
  }

  /** The rows of teachers. */
  List<Leaderboard.Row> teachers() {
    return leaderboard.rows().stream().filter(row -> row.combination().student() == null).toList();
  }

  /** The student to look at: the selected one, else standard/standard, else the first. */
  Optional<Leaderboard.Row> shown() {
    return leaderboard
        .selected()
        .or(leaderboard::standard)
        .or(() -> leaderboard.students().stream().findFirst());
  }

  /** The run of a row that is drawn: of the exported seed, else of the first. */
  RunRecord drawn(Leaderboard.Row row) {
    return row.run(selection);
  }

  /** The diagnosis of a drawn teacher on examples that its fits did not see, if there is one. */
  Optional<TeacherDiagnosis> diagnosis(RunRecord teacher) {
    return Optional.ofNullable(diagnoses.get(teacher.id()));
  }

  /**
   * How teachers' logits became label weights unless a recipe says otherwise; the default where no
   * student tells.
   */
  ScoreMode scoreMode() {
    for (RunRecord run : runs()) {
      RunSpec.TeacherLink link = run.spec().teacher();
      if (link != null && run.spec().recipe().labels().scores() == null) {
        return link.scores();
      }
    }
    return ScoreMode.TEMPERATURE;
  }
}
