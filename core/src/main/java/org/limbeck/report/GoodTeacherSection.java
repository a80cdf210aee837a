package org.limbeck.report;

import java.util.List;
import org.limbeck.compare.GoodTeacher;
import org.limbeck.compare.GoodTeacherVerdict;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.report.chart.Legend;
import org.limbeck.report.chart.PredictorChart;
import org.limbeck.report.chart.SeriesStyles;
import org.limbeck.report.html.Html;
import org.limbeck.report.table.PredictorTable;

/** Whether well calibrated or robust teachers have the better students, over all runs. */
final class GoodTeacherSection {
  private static final String QUESTION =
      "By the theory a robust student inherits the worst error of its teacher\u2019s scores, not how"
          + " robust the teacher is itself. Each mark is one student of the study; one that others"
          + " would cover is set aside, with a line to the dot where it belongs. Its teacher\u2019s"
          + " worst gap is in-sample: that of the scores it learned from, measured on the examples"
          + " they were fitted on.";

  private final Html html;
  private final GoodTeacher answer;
  private final SeriesStyles groups;

  GoodTeacherSection(Html html, ReportInput input) {
    this.html = html;
    answer = GoodTeacher.of(input.runs());
    groups = SeriesStyles.of(input.leaderboard());
  }

  void write() {
    html.open("section", "id", "good-teacher").element("h2", "What a good teacher is");
    if (answer.effects().isEmpty()) {
      html.element("p", "No student has a teacher with a worst gap.", "class", "lead");
    } else {
      answer();
    }
    html.close("section");
  }

  private void answer() {
    html.element("p", QUESTION, "class", "lead");
    verdict();
    html.open("div", "class", "pair");
    new PredictorChart(html, answer.effects(), groups, PredictorChart.Predictor.GAP).draw();
    new PredictorChart(html, answer.effects(), groups, PredictorChart.Predictor.WORST_CLASS).draw();
    html.close("div").open("div", "class", "below");
    Legend.write(html, "Colour: student objective", groups.studentEntries());
    Legend.write(html, "Shape: its teacher", teachers());
    html.close("div");
    new PredictorTable(html).write(answer);
  }

  private List<Legend.Entry> teachers() {
    return groups.teacherEntries("hollow").stream()
        .filter(entry -> !entry.name().equals(Recipe.NONE.label()))
        .toList();
  }

  private void verdict() {
    html.open("p", "class", "answer").element("strong", GoodTeacherVerdict.of(answer.all()));
    if (answer.severalObjectives()) {
      html.text(
          " Objectives set students apart whatever their teacher is. Within each objective: "
              + GoodTeacherVerdict.of(answer.within()));
    }
    html.close("p");
  }
}
