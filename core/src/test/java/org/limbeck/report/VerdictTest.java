package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Outcomes;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.store.RunRecord;

/** The box that says what to ship. */
class VerdictTest {
  private static Document page(Studies study, int right, int of) {
    List<RunRecord> runs =
        study.runs().stream()
            .map(run -> Outcomes.with(run, 15, 20, run.spec().seed() == 0 ? right : of, of))
            .toList();
    SelectionPlan selection = SelectionPlan.DEFAULT;
    ReportInput input = study.input();
    return Jsoup.parse(
        HtmlReport.of(
            new ReportInput(
                "s", Leaderboard.of(runs, selection), selection, Map.of(), input.history())));
  }

  @Test
  void file_isGivenByItselfBesideTheMean() {
    ReportInput input = Studies.grid(4, 3).input(new SelectionPlan(null, 2L));
    Leaderboard.Row row = input.leaderboard().selected().orElseThrow();
    ClassMetrics test = row.combination().runs().get(2).test().metrics();
    Document page = Jsoup.parse(HtmlReport.of(input));
    assertThat(page.select(".verdict .file").text())
        .startsWith("The file, seed 2: worst class c" + test.worstClass() + " with ")
        .contains("test examples", "no class is truly below");
    assertThat(page.select(".verdict .file [data-value]").eachAttr("data-value"))
        .containsExactly(
            Double.toString(test.worstClassAccuracy()),
            Double.toString(test.worstClassLowerBound()),
            Double.toString(test.accuracy()));
    assertThat(page.select(".verdict").text()).contains("Mean over 3 seeds: worst-class accuracy");
  }

  @Test
  void file_lowerBound_isRoundedDown() {
    // The one-sided 95 % Clopper-Pearson bound of 60 right of 100 is 0.51258.
    Document page = page(Studies.grid(2, 2), 60, 100);
    assertThat(page.select(".verdict .file strong").get(2).text()).isEqualTo("51.2 %");
    assertThat(page.select("#classes .lead").text()).contains("truly below 51.2 %");
  }

  @Test
  void warnings_zeroPercent_isInTheBox() {
    assertThat(page(Studies.grid(2, 2), 0, 100).select(".verdict .warning").text())
        .contains("Warning: 0 % on its worst class in 1 of 2 seeds: seed 0, which is exported");
    assertThat(page(Studies.grid(2, 2), 60, 100).select(".verdict .warning")).isEmpty();
  }

  @Test
  void fewExamples_areMarkedInBoxTableAndSection() {
    Document few = page(Studies.grid(2, 2), 20, 29);
    assertThat(few.select(".verdict .file .chip").text()).isEqualTo("few examples");
    assertThat(few.select(".leaderboard tbody tr").get(1).select(".note").text())
        .contains(", few examples");
    assertThat(few.select("#classes .lead").text()).contains("29 examples, which are few;");
    assertThat(few.select("#classes details .note").eachText()).containsOnly("few examples");
    Document enough = page(Studies.grid(2, 2), 20, 30);
    assertThat(enough.select(".verdict .chip, #classes .note")).isEmpty();
    assertThat(enough.select(".leaderboard .note").text()).doesNotContain("few");
  }

  @Test
  void baseline_isARowWithItsMarkAndSetAgainstTheSelectedOne() {
    Document page = Jsoup.parse(HtmlReport.of(Studies.grid(4, 3).withBaseline().input()));
    assertThat(page.select(".leaderboard tbody").eachText().get(2))
        .startsWith("none / standard")
        .contains("baseline");
    assertThat(page.select(".verdict").text())
        .contains("Over the same network without a teacher, none / standard, worst class");
    assertThat(page.select("#trade-off text.label").eachText()).contains("none / standard");
  }

  @Test
  void worstK_ofOneClass_isLeftOut() {
    assertThat(
            Jsoup.parse(HtmlReport.of(Studies.grid(10, 2).input())).select("thead th").eachText())
        .noneMatch(name -> name.matches("Worst \\d.*"));
    assertThat(
            Jsoup.parse(HtmlReport.of(Studies.grid(11, 2).input())).select("thead th").eachText())
        .contains("Worst 2 mean");
  }
}
