package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.calibration.Scores;
import org.limbeck.compare.Leaderboard;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.plan.Role;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.report.html.Numbers;
import org.limbeck.store.DataSummary;
import org.limbeck.store.RunRecord;

class TeacherSectionTest {
  private static final Studies STUDY = Studies.grid(4, 1).withTeachers(Studies.STANDARD);

  /** The article of the teacher in a study that learned from temperature scores. */
  private static Element article(List<RunRecord> runs, Map<String, TeacherDiagnosis> diagnoses) {
    var leaderboard = Leaderboard.of(runs, SelectionPlan.DEFAULT);
    var input =
        new ReportInput("s", leaderboard, SelectionPlan.DEFAULT, diagnoses, run -> List.of());
    return Jsoup.parse(HtmlReport.of(input)).select("#teachers article").get(0);
  }

  private static Element diagnosed(TeacherDiagnosis diagnosis) {
    return article(
        STUDY.runs(),
        STUDY.runs().stream()
            .filter(run -> run.spec().role() == Role.TEACHER)
            .collect(Collectors.toMap(RunRecord::id, run -> diagnosis)));
  }

  private static TeacherDiagnosis diagnosis(double sharpness, double... costs) {
    return TeacherDiagnosis.of(
        costs, Scores.draw(4000, sharpness, costs), Scores.names(costs.length));
  }

  @Test
  void write_diagnosed_hasItsFiguresInSentenceTableAndCharts() {
    TeacherDiagnosis diagnosis = diagnosis(3, Scores.ones(4));
    Element article = diagnosed(diagnosis);
    double gap = diagnosis.mode(ScoreMode.TEMPERATURE).worstGap();
    assertThat(article.select("p").get(0).text())
        .startsWith("With temperature scores its worst gap is " + Numbers.fixed(gap, 3));
    assertThat(article.select("tr.selected td").get(0).attr("data-value"))
        .isEqualTo(Numbers.exact(gap));
    assertThat(article.select("caption").text())
        .contains("measured on examples that the fit did not see");
    assertThat(article.select("figure title").eachText())
        .anyMatch(text -> text.contains("temperature: " + Numbers.fixed(gap, 3)));
    assertThat(article.text()).doesNotContain("in-sample");
  }

  @Test
  void write_verdictOfAnotherMode_saysSo() {
    assertThat(diagnosed(diagnosis(1, Scores.ones(4))).text())
        .contains(
            "limbeck diagnose would use raw scores of this teacher; the study used temperature.");
    assertThat(diagnosed(diagnosis(3, Scores.ones(4))).text())
        .doesNotContain("limbeck diagnose would use");
  }

  @Test
  void write_notDiagnosed_saysThatTheFiguresAreInSampleAndWhy() {
    Element article = article(STUDY.runs(), Map.of());
    assertThat(article.text())
        .contains("in-sample", "the validation scores of this run are not stored")
        .doesNotContain("did not see");
    List<RunRecord> few = STUDY.runs().stream().map(TeacherSectionTest::withOneExample).toList();
    assertThat(article(few, Map.of()).text())
        .contains("in-sample", "a class has fewer than 2 validation examples");
  }

  private static RunRecord withOneExample(RunRecord run) {
    DataSummary data = run.data();
    var few =
        new DataSummary(
            data.name(),
            data.fingerprint(),
            data.protocol(),
            data.classNames(),
            data.trainCounts(),
            List.of(12, 12, 12, 1),
            data.testCounts());
    return new RunRecord(
        run.formatVersion(),
        run.id(),
        run.spec(),
        few,
        run.parameters(),
        run.last(),
        run.best(),
        run.diagnoses(),
        run.teacherPasses(),
        run.provenance(),
        run.seconds(),
        run.files(),
        run.checksum());
  }
}
