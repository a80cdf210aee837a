package org.limbeck.report;

import java.util.List;
import org.limbeck.compare.Choice;
import org.limbeck.compare.SavedPasses;
import org.limbeck.compare.SplitMetric;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.store.Provenance;
import org.limbeck.store.RunRecord;
import org.limbeck.store.SplitResult;

/** How the numbers were computed, in plain words, and with which versions. */
final class NotesSection {
  private static final String DIFFERENCES =
      "Two combinations are compared seed by seed: the interval is that of the mean of the"
          + " differences, so what a seed does to both cancels out. One that includes 0 does not"
          + " settle which is better.";

  private static final String OVERLAP =
      " The training examples of several splits of one data set are mostly the same, so the means"
          + " vary more than independent ones: intervals and p-values take the variance s\u00b2 (1/J +"
          + " n_test/n_train) of Nadeau and Bengio (2003) over J splits. Where the source has a test"
          + " part of its own, all splits share it, and what other test examples would change is left"
          + " out.";

  private static final String TESTS =
      "p is the probability of a mean difference at least this far from 0 if there were none, by the"
          + " paired t-test; there is none where no seed differs from another. Of many true zeros"
          + " some look like a find: Holm's correction keeps the chance of any such find in one"
          + " column at the level that p is compared with.";

  private static final String FRONT =
      "Seeds are drawn anew with replacement, the same for all students. A student that is on the"
          + " front of the means but in few resamples is there by the luck of the seeds. Few seeds"
          + " can be drawn in few ways, so the share is coarse with two or three.";

  private static final String TEACHERS =
      "Whole teachers are drawn anew, each with all its students, for students of one teacher are"
          + " not independent. Within objectives, a student counts by its rank among the students of"
          + " the same objective.";

  private static final String BOUNDS =
      "For one trained network, the exact one-sided Clopper-Pearson bound says how low a class's"
          + " true accuracy may be, given how many test examples it has. The smallest of them"
          + " bounds the worst class at the same confidence.";

  private static final String CHOICE =
      "The student to ship has the best mean %s on validation, among those that"
          + " reach the floor on accuracy if there is one; ties go to balanced accuracy, then to"
          + " accuracy. The best of many on test would look better than it is.";

  private static final String JUDGED =
      "Each class of validation is cut into a part that drives and a part that judges. What drives"
          + " a student, its multipliers, calibration, shift or chosen epoch, sees the first part"
          + " alone. Of the students within one standard error of the highest %s on what judges, the"
          + " most accurate one ships, among those that reach the floor on accuracy if there is"
          + " one. The standard error is paired over seeds, with one seed binomial. Selection regret"
          + " is what the best student on test, which nobody could have known, would have gained.";

  private static final String TEST =
      "It was read only at the end of each run, for this report. Multipliers, temperatures and"
          + " the choice saw training and validation only.";

  private static final String MULTIPLIERS =
      "A robust student's training costs follow them, so they show which classes the training"
          + " worked for. The delivered network predicts by its largest score, without costs.";

  private final Html html;
  private final ReportInput input;

  NotesSection(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
  }

  void write() {
    html.open("section", "id", "notes").element("h2", "How to read this");
    html.open("dl", "class", "notes");
    note("Intervals", intervals());
    note("Splits", splits());
    SavedPasses.of(input.runs()).ifPresent(passes -> note("Teacher passes", passes(passes)));
    note("Differences", DIFFERENCES);
    note("p-values", TESTS);
    note("Front", FRONT);
    note("Good teachers", TEACHERS);
    note("Lower bounds", BOUNDS);
    note("Choice", choice());
    note("Test split", TEST);
    note("Multipliers", MULTIPLIERS);
    note("Made with", String.join("; ", provenance()));
    html.close("dl").close("section");
  }

  private void note(String term, String text) {
    html.open("div").element("dt", term).element("dd", text).close("div");
  }

  private String choice() {
    return Choice.of(input.leaderboard(), input.selection())
        .map(choice -> JUDGED.formatted(choice.measure().words()) + swapped())
        .orElseGet(() -> CHOICE.formatted(SplitMetric.chosenBy(input.selection()).words()));
  }

  /** Second trainings are not among the rows; what they cost is said. */
  private String swapped() {
    int runs = input.leaderboard().secondTrainings();
    return runs == 0
        ? ""
        : " Few examples judge a class, so the two parts changed roles in a second training of every student that validation drives (%s more), and both parts judge; the student of the first training ships."
            .formatted(Numbers.count(runs, "run"));
  }

  private String intervals() {
    if (!input.severalSeeds()) {
      return "One seed has no spread, so there are no intervals: train two or more to have them.";
    }
    return "Means over seeds carry two-sided %s t-intervals. They may reach beyond 0 or 100\u00a0%%."
            .formatted(level())
        + (input.leaderboard().repeats().severalSplits() ? OVERLAP : "");
  }

  private static String passes(SavedPasses passes) {
    return passes.text()
        + ". Students learn from the teacher's scores for the very view of an image that they see;"
        + " each is computed once for all students of a teacher.";
  }

  private static String level() {
    return Numbers.plain(100 * SplitResult.CONFIDENCE) + "\u00a0%";
  }

  private String splits() {
    List<Long> splits =
        input.runs().stream().map(run -> run.spec().splitSeed()).distinct().toList();
    return splits.size() == 1
        ? "All seeds share one split (split seed %d): intervals speak of the randomness of training, not of which examples were drawn."
            .formatted(splits.get(0))
        : "Each seed has its own split: intervals speak of training and of which examples were drawn.";
  }

  private List<String> provenance() {
    return input.runs().stream()
        .map(RunRecord::provenance)
        .map(NotesSection::text)
        .distinct()
        .sorted()
        .toList();
  }

  private static String text(Provenance made) {
    return "Limbeck %s, Java %s, LibTorch binding %s, %s, %s a run"
        .formatted(
            made.limbeck(),
            made.java(),
            made.libtorch(),
            made.system(),
            Numbers.count(made.threads(), "thread"));
  }
}
