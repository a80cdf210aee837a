package org.limbeck.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.compare.Choice;
import org.limbeck.compare.SplitMetric;
import org.limbeck.plan.Role;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.table.ClassCounts;
import org.limbeck.store.DataSummary;
import org.limbeck.store.RunRecord;
import org.limbeck.teacher.LabelOptions;

/** What was studied, on what, and what to ship. */
final class SummarySection {
  private static final int FINGERPRINT_DIGITS = 12;

  private final Html html;
  private final ReportInput input;

  SummarySection(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
  }

  void write() {
    html.open("header").element("p", "Limbeck study", "class", "kicker");
    html.element("h1", input.studyName());
    new Verdict(html, input).write();
    facts();
    html.close("header");
    new ClassCounts(html, input.anyRun().data()).write();
  }

  private void facts() {
    DataSummary data = input.anyRun().data();
    html.open("dl", "class", "facts");
    fact("Data", data.name() + ", " + Numbers.count(data.classNames().size(), "class", "classes"));
    fact("Fingerprint", fingerprint());
    fact("Examples", examples(data));
    fact("Seeds", seeds());
    network("Teacher network", Role.TEACHER);
    foreign();
    network("Student network", Role.STUDENT);
    if (!input.leaderboard().students().isEmpty()) {
      fact("Teacher scores", input.scoreMode().label());
    }
    labels().ifPresent(labels -> fact("Students learn from", labels.words()));
    fact("Rule of choice", rule());
    html.close("dl");
  }

  /** What the selected student learns from if it has a teacher, else the first that has one. */
  private Optional<LabelOptions> labels() {
    return Stream.concat(
            input.leaderboard().selected().stream(), input.leaderboard().students().stream())
        .flatMap(row -> Optional.ofNullable(row.combination().student()).stream())
        .map(Recipe::labels)
        .filter(LabelOptions::needsTeacher)
        .findFirst();
  }

  private void fact(String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close("div");
  }

  private String fingerprint() {
    List<String> all =
        input.runs().stream().map(run -> run.data().fingerprint()).distinct().toList();
    String first = all.get(0);
    String digits = first.substring(0, Math.min(first.length(), FINGERPRINT_DIGITS)) + "\u2026";
    return all.size() == 1 ? digits : digits + " and " + (all.size() - 1) + " more, one a split";
  }

  private static String examples(DataSummary data) {
    return "%s train, %s validation, %s test"
        .formatted(
            total(data.trainCounts()), total(data.validationCounts()), total(data.testCounts()));
  }

  private static String total(List<Integer> counts) {
    return Numbers.whole(counts.stream().mapToLong(Integer::longValue).sum());
  }

  private String seeds() {
    return trained().stream()
        .map(run -> run.spec().seed())
        .distinct()
        .sorted()
        .map(seed -> Long.toString(seed))
        .collect(Collectors.joining(", "));
  }

  private void network(String name, Role role) {
    Optional<RunRecord> first =
        input.runs().stream()
            .filter(run -> run.spec().role() == role && !run.trainedElsewhere())
            .findFirst();
    first.ifPresent(
        run ->
            fact(name, run.spec().network() + ", " + Numbers.count(run.parameters(), "parameter")));
  }

  /** The teachers that were trained elsewhere. */
  private void foreign() {
    String teachers =
        input.teachers().stream()
            .filter(ReportInput::isForeign)
            .map(row -> row.combination().label() + ": " + input.drawn(row).spec().network())
            .collect(Collectors.joining("; "));
    if (!teachers.isEmpty()) {
      fact("Foreign teachers", teachers);
    }
  }

  /** The runs with seeds of training; a foreign teacher's is that of its split. */
  private List<RunRecord> trained() {
    List<RunRecord> trained = input.runs().stream().filter(run -> !run.trainedElsewhere()).toList();
    return trained.isEmpty() ? input.runs() : trained;
  }

  private String rule() {
    SelectionPlan selection = input.selection();
    Double floor = selection.minAccuracy();
    String best =
        Choice.of(input.leaderboard(), selection)
            .map(
                choice ->
                    "highest accuracy within one standard error of the best "
                        + choice.measure().words()
                        + ", judged on validation examples that drove none of the students they"
                        + " judge")
            .orElse("best mean " + SplitMetric.chosenBy(selection).words() + " on validation");
    return floor == null
        ? best
        : best + " among students with a mean accuracy of " + Numbers.percent(floor) + " or more";
  }
}
