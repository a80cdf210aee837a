package org.limbeck.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.base.AtomicFiles;
import org.limbeck.compare.SplitMetric;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;
import org.limbeck.store.PlannedRun;
import org.limbeck.store.RunSnapshot;
import org.limbeck.store.RunSpec;
import org.limbeck.store.StudySnapshot;
import org.limbeck.train.TrainOptions;

/**
 * A study that is not finished as one HTML file: what is done, with figures of the validation split
 * only, and what is in work.
 */
public final class UnfinishedPage {
  /** The name of the file in a study's directory. */
  public static final String FILE = "unfinished.html";

  private static final List<SplitMetric> METRICS =
      List.of(
          SplitMetric.ACCURACY, SplitMetric.BALANCED_ACCURACY, SplitMetric.WORST_CLASS_ACCURACY);

  private final Html html = new Html();
  private final StudySnapshot study;

  private UnfinishedPage(StudySnapshot study) {
    this.study = study;
  }

  /** Writes the page into the study's directory, beside the report of an earlier, smaller study. */
  public static Path write(Path directory, StudySnapshot study) {
    Path file = directory.resolve(FILE);
    AtomicFiles.write(file, of(study));
    return file;
  }

  /** Removes the page of a study that is finished now. */
  public static void remove(Path directory) {
    AtomicFiles.delete(directory.resolve(FILE));
  }

  /** The text of the file. */
  static String of(StudySnapshot study) {
    var page = new UnfinishedPage(study);
    Page.open(page.html, study.plan().name());
    page.header();
    page.results();
    page.begun();
    Page.close(page.html);
    return page.html.toString();
  }

  private void header() {
    html.open("header").element("p", "Limbeck study", "class", "kicker");
    html.element("h1", study.plan().name()).open("div", "class", "verdict");
    html.element("p", "The study is not finished: " + study.progress() + " are done.");
    html.element(
        "p",
        "All figures are of the validation split; those of the test split come with the report of"
            + " the finished study.");
    html.close("div").close("header");
  }

  private void results() {
    html.open("section", "id", "results").element("h2", "Finished runs");
    Tables.open(html, "leaderboard", "Means over the finished seeds on validation in percent.");
    head("Teacher / student", "Seeds", "Accuracy", "Balanced", "Worst class");
    html.open("tbody");
    combinations().forEach(this::row);
    html.close("tbody");
    Tables.close(html);
    html.close("section");
  }

  /** The runs of each combination, one a seed, in the order of the plan. */
  private Map<String, List<RunSnapshot>> combinations() {
    Map<String, List<RunSnapshot>> rows = new LinkedHashMap<>();
    study.runs().stream()
        .filter(run -> run.run().asked())
        .forEach(run -> rows.computeIfAbsent(name(run), key -> new ArrayList<>()).add(run));
    return rows;
  }

  private static String name(RunSnapshot run) {
    RunSpec spec = run.run().spec();
    RunSpec.TeacherLink teacher = spec.teacher();
    String label = spec.recipe().label();
    return switch (spec.role()) {
      case TEACHER -> (spec.foreign() == null ? "teacher " : "foreign teacher ") + label;
      case STUDENT -> (teacher == null ? "none" : teacher.recipe().label()) + " / " + label;
    };
  }

  private void row(String name, List<RunSnapshot> runs) {
    List<RunSnapshot> done = runs.stream().filter(run -> run.validation().isPresent()).toList();
    html.open("tr").element("th", name, "scope", "row");
    html.element("td", "%d of %d".formatted(done.size(), runs.size()));
    for (SplitMetric metric : METRICS) {
      done.stream()
          .map(RunSnapshot::validation)
          .flatMap(Optional::stream)
          .mapToDouble(metric::of)
          .average()
          .ifPresentOrElse(
              mean -> html.element("td", Numbers.share(mean), "data-value", Numbers.exact(mean)),
              () -> html.element("td", "\u2013", "class", "nothing"));
    }
    html.close("tr");
  }

  private void begun() {
    List<RunSnapshot> begun = study.runs(RunSnapshot.State.BEGUN);
    if (begun.isEmpty()) {
      return;
    }
    html.open("section", "id", "begun").element("h2", "Runs that have begun");
    Tables.open(html, "leaderboard", "Epochs until the last checkpoint of each run.");
    head("Run", "Epochs");
    html.open("tbody");
    for (RunSnapshot run : begun) {
      PlannedRun planned = run.run();
      html.open("tr").element("th", planned.spec().label(), "scope", "row");
      TrainOptions train = planned.spec().train();
      String epochs =
          train == null ? "scoring" : "%d of %d".formatted(run.history().size(), train.epochs());
      html.element("td", epochs).close("tr");
    }
    html.close("tbody");
    Tables.close(html);
    html.close("section");
  }

  private void head(String... columns) {
    html.open("thead").open("tr");
    for (String column : columns) {
      html.element("th", column, "scope", "col");
    }
    html.close("tr").close("thead");
  }
}
