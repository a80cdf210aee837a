package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.study.Leaderboard;

/** Accuracy against worst-class accuracy: what one costs in terms of the other. */
final class ScatterSection {
  private final Html html;
  private final ReportInput input;
  private final Groups groups;

  ScatterSection(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
    groups = Groups.of(input.leaderboard());
  }

  void write() {
    html.open("section", "id", "trade-off").element("h2", "Accuracy against worst class");
    html.element("p", text(), "class", "lead");
    html.open("figure", "class", "chart wide");
    new ScatterChart(html, input.leaderboard(), groups).draw();
    html.open("figcaption");
    legends();
    html.close("figcaption").close("figure").close("section");
  }

  private String text() {
    long front = input.leaderboard().students().stream().filter(Leaderboard.Row::onFront).count();
    Optional<Leaderboard.Row> selected = input.leaderboard().selected();
    String dots =
        "Each dot is a mean over seeds on test; its whiskers are 95\u00a0% intervals."
            + (selected.isPresent() ? " The ringed one is selected." : "");
    if (front == 0) {
      return dots;
    }
    String line = " The dashed line joins the Pareto front: %s that no other beats in both.";
    boolean beside = selected.filter(row -> !row.onFront()).isPresent();
    return dots
        + line.formatted(Numbers.count(front, "student"))
        + (beside ? " The selected one is not on it: it was chosen on validation." : "");
  }

  private void legends() {
    List<Legend.Entry> students = new ArrayList<>();
    for (int i = 0; i < groups.students().size(); i++) {
      students.add(
          new Legend.Entry(Mark.CIRCLE, Groups.style(i) + " fill", groups.students().get(i)));
    }
    List<Legend.Entry> teachers = new ArrayList<>();
    for (int i = 0; i < groups.teachers().size(); i++) {
      teachers.add(new Legend.Entry(Mark.of(i), "hollow", groups.teachers().get(i)));
    }
    if (!students.isEmpty()) {
      Legend.write(html, "Colour: student objective", students);
    }
    Legend.write(html, "Shape: its teacher; hollow: the teacher itself", teachers);
  }
}
