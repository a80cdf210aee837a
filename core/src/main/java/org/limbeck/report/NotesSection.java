package org.limbeck.report;

import java.util.List;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.Provenance;
import org.limbeck.study.RunRecord;

/** How the numbers were made. */
final class NotesSection {
  private NotesSection() {}

  static void add(Html html, Leaderboard leaderboard) {
    RunRecord run = leaderboard.rows().get(0).combination().runs().get(0);
    Provenance made = run.provenance();
    html.element("h2", "How to read this");
    html.raw("<ul class=\"notes\">\n");
    for (String note :
        List.of(
            "Validation drives multipliers, temperatures and the selection. The test split was read"
                + " once, at the end of each run.",
            "Intervals over seeds are 95 % t-intervals. Differences are paired seed by seed. With one"
                + " split seed for all they speak of training randomness, not of other data.",
            "Lower bounds of classes are exact (Clopper-Pearson, one-sided, 95 %). The least of"
                + " them is a lower bound of the true worst-class accuracy of that one model.",
            "The front: no other student is at least as good in accuracy and in worst-class accuracy"
                + " and better in one of them.",
            "Iterate: the %s of each run; both are in its run.json."
                .formatted(run.spec().train().iterate().name().toLowerCase(java.util.Locale.ROOT)),
            "Made with Limbeck %s, Java %s, LibTorch %s on %s."
                .formatted(made.limbeck(), made.java(), made.libtorch(), made.system()))) {
      html.element("li", note);
    }
    html.raw("</ul>\n");
  }
}
