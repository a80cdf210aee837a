package org.limbeck.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.compare.Leaderboard;
import org.limbeck.diagnosis.MeasuredMode;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.diagnosis.TeacherVerdict;
import org.limbeck.report.chart.GapChart;
import org.limbeck.report.chart.ReliabilityChart;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.table.CalibrationTable;
import org.limbeck.report.table.DiagnosisSentences;
import org.limbeck.report.table.ForeignTeacherText;
import org.limbeck.store.RunRecord;

/** How fit each teacher's scores are for a robust student: their calibration, class by class. */
final class TeacherSection {
  private static final String UNDIAGNOSED =
      "Without scores for validation there is no diagnosis: whether it is too confident, on which"
          + " classes its scores are wrong, and which score mode would be best cannot be known. Its"
          + " students learned from its scores as they are.";

  private final Html html;
  private final ReportInput input;
  private final ScoreMode mode;

  TeacherSection(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
    mode = input.scoreMode();
  }

  void write() {
    List<Leaderboard.Row> teachers =
        input.teachers().stream().filter(row -> !input.drawn(row).diagnoses().isEmpty()).toList();
    html.open("section", "id", "teachers").element("h2", "Teachers");
    html.element("p", lead(teachers.isEmpty()), "class", "lead");
    double widest = widest(teachers);
    teachers.forEach(row -> teacher(row, widest));
    input.teachers().stream().filter(row -> !teachers.contains(row)).forEach(this::undiagnosed);
    html.close("section");
  }

  private String lead(boolean none) {
    if (none) {
      return "No teacher's scores were diagnosed.";
    }
    return "A student can trust its teacher on a class as far as the teacher's scores for that"
        + " class are right, relative to how common the class is: the class gap, 0 where they are."
        + " One seed, on validation, where each mode is "
        + DiagnosisSentences.ESTIMATOR
        + " unless noted; students learned from "
        + mode.label()
        + " scores"
        + exceptions()
        + ".";
  }

  /** The recipes whose score mode differs from the study's, each with its mode. */
  private String exceptions() {
    List<String> others =
        input.runs().stream()
            .filter(run -> run.spec().teacher() != null)
            .map(run -> run.spec().recipe().trained())
            .filter(recipe -> recipe.labels().scores() != null)
            .map(recipe -> recipe.name() + " from " + recipe.labels().scores().label())
            .distinct()
            .toList();
    return others.isEmpty() ? "" : ", but " + String.join(", ", others);
  }

  private double widest(List<Leaderboard.Row> teachers) {
    return teachers.stream()
        .flatMap(row -> shown(input.drawn(row)).stream())
        .map(diagnosis -> diagnosis.measured().worstClassCalibrationGap())
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(1);
  }

  /** Every mode, measured on examples that its fit did not see where that is known. */
  private List<? extends MeasuredMode> modes(RunRecord run) {
    return input
        .diagnosis(run)
        .<List<? extends MeasuredMode>>map(TeacherDiagnosis::modes)
        .orElse(run.diagnoses());
  }

  /** The study's score mode, and raw beside it where that is another. */
  private List<? extends MeasuredMode> shown(RunRecord run) {
    List<? extends MeasuredMode> all = modes(run);
    return Stream.of(mode, ScoreMode.RAW)
        .distinct()
        .map(one -> all.stream().filter(other -> other.mode() == one).findFirst().orElseThrow())
        .toList();
  }

  private void teacher(Leaderboard.Row row, double widest) {
    RunRecord run = input.drawn(row);
    List<? extends MeasuredMode> shown = shown(run);
    open(row);
    html.element("p", worst(shown));
    input
        .diagnosis(run)
        .ifPresentOrElse(
            diagnosis -> preferred(diagnosis.verdict()),
            () -> html.element("p", inSample(run), "class", "note"));
    html.open("div", "class", "pair");
    new ReliabilityChart(html, shown).draw();
    new GapChart(html, input.classNames(), shown, widest).draw();
    html.close("div");
    new CalibrationTable(html, input.classNames(), mode).write(modes(run));
    html.close("article");
  }

  private void open(Leaderboard.Row row) {
    RunRecord run = input.drawn(row);
    html.open("article").open("h3").text("Teacher ");
    html.element("span", row.combination().label(), "class", "name");
    String seed = run.trainedElsewhere() ? " split seed " : " seed ";
    html.element("small", seed + run.spec().seed()).close("h3");
    new ForeignTeacherText(html, input.foreign()).write(run);
  }

  /** A foreign teacher without scores of validation: what is known of it without a diagnosis. */
  private void undiagnosed(Leaderboard.Row row) {
    if (ReportInput.isForeign(row)) {
      open(row);
      html.element("p", UNDIAGNOSED);
      html.close("article");
    }
  }

  private String worst(List<? extends MeasuredMode> shown) {
    String used = "With " + mode.label() + " scores its worst gap is " + worst(shown.get(0));
    return shown.size() == 1
        ? used + "."
        : used + "; with raw scores, " + worst(shown.get(1)) + ".";
  }

  private String worst(MeasuredMode diagnosis) {
    Double gap = diagnosis.measured().worstClassCalibrationGap();
    if (gap == null) {
      return "undefined, for no class has both scores and examples";
    }
    int y = diagnosis.measured().classCalibrationGap().indexOf(gap);
    return Numbers.fixed(gap, 3) + ", on class " + input.classNames().get(y);
  }

  /** Says so where a diagnosis prefers other scores than those that students learned from. */
  private void preferred(TeacherVerdict verdict) {
    boolean learned = input.runs().stream().anyMatch(run -> run.spec().teacher() != null);
    boolean same = verdict.scores() == (uncostedIsRaw(verdict) ? ScoreMode.RAW : mode);
    if (learned && !same) {
      html.element(
          "p",
          "limbeck diagnose would use %s scores of this teacher; the study used %s."
              .formatted(verdict.scores().label(), mode.label()));
    }
  }

  private boolean uncostedIsRaw(TeacherVerdict verdict) {
    return !verdict.costed() && mode == ScoreMode.UNCOSTED;
  }

  private static String inSample(RunRecord run) {
    boolean few =
        run.data().validationCounts().stream()
            .anyMatch(count -> count < TeacherDiagnosis.LEAST_EXAMPLES);
    return "These figures are in-sample, measured on the examples that the modes were fitted on: "
        + (few
            ? "a class has fewer than %d validation examples."
                .formatted(TeacherDiagnosis.LEAST_EXAMPLES)
            : "the validation scores of this run are not stored.");
  }
}
