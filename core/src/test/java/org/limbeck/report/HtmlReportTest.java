package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.limbeck.compare.EachSplit;
import org.limbeck.compare.GoodTeacher;
import org.limbeck.compare.GoodTeacherVerdict;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.LeaderboardCsv;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.report.chart.ClassAccuracyChart;

class HtmlReportTest {
  private static Document parsed(ReportInput input) {
    return Jsoup.parse(HtmlReport.of(input));
  }

  @Test
  void of_grid_hasEveryNumberOfLeaderboardCsvInItsRow() {
    requireNumbers(Studies.grid(12, 3).input());
  }

  @Test
  void of_oneSeed_hasNoIntervals() {
    ReportInput input = Studies.grid(3, 1).input();
    requireNumbers(input);
    assertThat(parsed(input).select(".leaderboard .interval")).isEmpty();
    assertThat(parsed(input).select(".verdict").text()).contains("one seed, so no interval");
    assertThat(parsed(input).select(".leaderboard caption").text()).contains("take two seeds");
    assertThat(parsed(input).select("#trade-off .lead").text()).contains("cannot be told");
  }

  @Test
  void of_splitOfEachSeed_saysWhichIntervalsTheyAre() {
    Document seeds = parsed(Studies.grid(2, 3).input());
    assertThat(seeds.select(".leaderboard caption").text())
        .contains("t-intervals over 3 seeds of one split: they leave out what another split");
    assertThat(seeds.select(".notes").text()).doesNotContain("Nadeau");
    var leaderboard =
        Leaderboard.of(EachSplit.of(Studies.grid(2, 3).runs()), SelectionPlan.DEFAULT);
    Document splits =
        parsed(
            new ReportInput(
                "splits", leaderboard, SelectionPlan.DEFAULT, Map.of(), run -> List.of()));
    assertThat(splits.select(".leaderboard caption").text())
        .contains("over 3 splits of one data set")
        .contains("variance of Nadeau and Bengio (n_test/n_train 0.08)");
    assertThat(splits.select(".notes").text())
        .contains("s\u00b2 (1/J + n_test/n_train)")
        .contains("Each seed has its own split");
  }

  @Test
  void of_balancedTeacher_hasTheSecondDifference() {
    ReportInput input = Studies.grid(4, 3).withTeachers(Studies.STANDARD, Studies.BALANCED).input();
    requireNumbers(input);
    assertThat(parsed(input).select(".leaderboard thead th").eachText())
        .contains("To standard / standard", "To balanced / standard", "On front");
  }

  @Test
  void of_postShifts_setsThemAgainstTraining() {
    ReportInput input = Studies.grid(4, 3).withPostShift(0.0, 1.0).input();
    requireNumbers(input);
    Document page = parsed(input);
    assertThat(page.select("#cheap-front tbody tr")).hasSize(8);
    assertThat(page.select("#cheap-front tbody tr").get(0).select("td").get(2).text())
        .isIn("0", "1");
    assertThat(page.select("#cheap-front .answer").text())
        .contains("Chosen on validation, the best trained student")
        .containsPattern("points \\(95.% interval .*to ");
    assertThat(page.select("#trade-off svg path.cheap")).hasSize(1);
    assertThat(page.select("#trade-off .lead").text()).contains("dotted line");
    assertThat(page.select("#trade-off .legend").get(0).select("li")).hasSize(4);
    assertThat(page.select("#trade-off svg .mark path.outline")).hasSize(2 * 4 * 2);
  }

  @Test
  void of_postShiftsOfOneSeed_areNotToldApart() {
    Document page = parsed(Studies.grid(4, 1).withPostShift(1.0).input());
    assertThat(page.select("#cheap-front .answer").text()).contains("One seed cannot tell");
  }

  @Test
  void of_noPostShift_hasNoCheapFront() {
    Document page = parsed(Studies.grid(4, 2).input());
    assertThat(page.select("#cheap-front")).isEmpty();
    assertThat(page.select("svg path.cheap")).isEmpty();
  }

  private static void requireNumbers(ReportInput input) {
    List<List<String>> csv =
        LeaderboardCsv.of(input.leaderboard())
            .lines()
            .skip(1)
            .map(line -> numbers(line.split(",", -1), input.leaderboard().worstK()))
            .toList();
    Elements rows = parsed(input).select(".leaderboard tbody tr");
    assertThat(rows).hasSameSizeAs(csv);
    for (int i = 0; i < csv.size(); i++) {
      assertThat(rows.get(i).select("[data-value]").eachAttr("data-value")).isEqualTo(csv.get(i));
    }
  }

  /**
   * From the variant on, which is alpha where there is one, without the column alpha itself, and
   * without worst-k accuracy where it is the worst class.
   */
  private static List<String> numbers(String[] fields, int worstK) {
    assertThat(fields[2]).startsWith(fields[3]);
    return Stream.of(
            Stream.of(fields[2]),
            Arrays.stream(fields, 4, worstK == 1 ? 14 : 17),
            Arrays.stream(fields, 17, fields.length - 2))
        .flatMap(part -> part)
        .filter(field -> !field.isEmpty())
        .toList();
  }

  @Test
  void of_marks_sayWhatTheLeaderboardSays() {
    ReportInput input = Studies.grid(4, 2).input();
    Elements rows = parsed(input).select(".leaderboard tbody tr");
    List<Leaderboard.Row> expected = input.leaderboard().rows();
    for (int i = 0; i < rows.size(); i++) {
      String text = rows.get(i).select(".chip").text();
      assertThat(text.contains("front")).isEqualTo(expected.get(i).onFront());
      assertThat(text.contains("selected")).isEqualTo(expected.get(i).selected());
    }
  }

  @Test
  void of_selected_isNamedFirst() {
    ReportInput input = Studies.grid(4, 2).input();
    String label = input.leaderboard().selected().orElseThrow().combination().label();
    assertThat(parsed(input).select(".verdict .ship").text()).isEqualTo("Ship " + label);
  }

  @Test
  void of_floorNotReached_saysSo() {
    Document report = parsed(Studies.grid(4, 2).input(new SelectionPlan(1.0, null)));
    assertThat(report.select(".verdict").text())
        .contains("Nothing selected")
        .contains("100.0 % or more on validation");
    assertThat(report.select(".ring")).isEmpty();
  }

  @Test
  void of_exportSeed_drawsThatSeed() {
    Document report = parsed(Studies.grid(4, 3).input(new SelectionPlan(null, 2L)));
    assertThat(report.select("#classes .lead").text()).contains("seed 2");
    assertThat(report.select("#teachers h3").text()).contains("seed 2");
  }

  @Test
  void of_noStandard_hasNoDifference() {
    Studies study = Studies.grid(4, 2).withStudents(Studies.BALANCED);
    Document report = parsed(study.input());
    assertThat(report.select(".leaderboard .student td.nothing, .selected td.nothing")).hasSize(2);
    assertThat(report.select(".leaderboard .teacher td.nothing")).hasSize(2 * 2);
    assertThat(report.select("#multipliers").text()).contains("No student is robust");
    assertThat(report.select("#classes .legend li")).hasSize(1);
  }

  @Test
  void of_oneCombination_draws() {
    Studies study =
        Studies.grid(2, 1).withTeachers(Studies.STANDARD).withStudents(Studies.STANDARD);
    requireNumbers(study.input());
    assertThat(HtmlReport.of(study.input())).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void of_noStudents_saysSo() {
    Document report = parsed(Studies.grid(3, 2).withStudents().input());
    assertThat(report.select(".verdict").text()).contains("no students");
    assertThat(report.select("#teachers article")).hasSize(2);
  }

  @Test
  void of_students_areDrawnByTheirTeachersWithTheVerdict() {
    ReportInput input = Studies.grid(4, 3).input();
    Document report = parsed(input);
    assertThat(report.select("#good-teacher figure")).hasSize(2);
    assertThat(report.select("#good-teacher g.mark")).hasSize(2 * 2 * 4 * 3);
    assertThat(report.select("#good-teacher tbody tr")).hasSize(2 + 4);
    assertThat(report.select("#good-teacher .answer strong").text())
        .isEqualTo(GoodTeacherVerdict.of(GoodTeacher.of(input.runs()).all()));
  }

  @Test
  void of_noStudents_hasNoGoodTeacher() {
    Document report = parsed(Studies.grid(4, 3).withStudents().input());
    assertThat(report.select("#good-teacher").text()).contains("No student has a teacher");
    assertThat(report.select("#good-teacher figure")).isEmpty();
  }

  @Test
  void of_hundredClasses_drawsTheWorstAndTabulatesAll() {
    Document report = parsed(Studies.grid(100, 2).input());
    assertThat(report.select("#data figure rect")).hasSize(100);
    assertThat(report.select("#classes figure g.row")).hasSize(ClassAccuracyChart.MOST_CLASSES);
    assertThat(report.select("#classes details tbody tr")).hasSize(100);
    assertThat(report.select("#multipliers path.curve")).hasSize(100);
    assertThat(report.select("#multipliers text.name")).hasSize(8);
  }

  @Test
  void of_multipliers_sayWhereTheyBeginAndWhatMovesThem() {
    Document robust = parsed(Studies.grid(4, 1).withStudents(Studies.ROBUST).input());
    assertThat(robust.select("#multipliers .lead").text())
        .contains("A class with a larger risk on validation gets", "all begin uniform at 1/4");
    Document shift = parsed(Studies.grid(4, 1).withStudents(Studies.ADV_SHIFT).input());
    assertThat(shift.select("#multipliers .lead").text())
        .contains("A class with a larger risk on the training batches gets")
        .contains("each begins at its share of the training labels; a uniform share is 1/4")
        .doesNotContain("all begin");
  }

  @Test
  void of_marksOfOnePlace_areSetApartWithALineToIt() {
    Document page = parsed(Studies.grid(2, 1).input());
    long different =
        page.select("#trade-off g.mark > path").eachAttr("d").stream().distinct().count();
    assertThat(different).isEqualTo(page.select("#trade-off g.mark").size());
    assertThat(page.select("#trade-off path.spread"))
        .isNotEmpty()
        .hasSameSizeAs(page.select("#trade-off circle.spot"));
  }

  @Test
  void of_manyClasses_drawsTheSpreadOfAll() {
    Document many = parsed(Studies.grid(30, 1).input());
    assertThat(many.select("#classes .lead").text())
        .contains("all 30 classes")
        .contains("24 worst");
    assertThat(many.select("#classes path.curve")).hasSize(2);
    assertThat(parsed(Studies.grid(24, 1).input()).select("#classes path.curve")).isEmpty();
  }

  @Test
  void of_absentClass_comesLastWithoutNumbers() {
    Document report = parsed(Studies.grid(4, 2).withAbsentClass().input());
    Element last = report.select("#classes details tbody tr").get(3);
    assertThat(last.select("th").text()).isEqualTo("c3");
    assertThat(last.select("[data-value]")).isEmpty();
  }

  @Test
  void of_classNamesLikeMarkup_areText() {
    String evil = "<script>alert('\"&')</script>";
    Document report = parsed(Studies.grid(2, 2).withNames(evil, "</title></svg>b").input());
    assertThat(report.select("script")).isEmpty();
    assertThat(report.select("#data tbody th").eachText()).containsExactly(evil, "</title></svg>b");
    assertThat(report.select("main > section")).hasSize(8);
  }

  @Test
  void of_any_referencesNothingOutside() {
    String report = HtmlReport.of(Studies.grid(3, 2).input());
    assertThat(report).doesNotContain("http://").doesNotContain("https://").doesNotContain("url(");
    assertThat(Jsoup.parse(report).select("[src],[href],[style],link,script,iframe")).isEmpty();
    assertThat(
            Jsoup.parse(report).select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'; style-src 'sha256-");
  }

  @Test
  void of_sameRecords_sameText() {
    assertThat(HtmlReport.of(Studies.grid(5, 2).input()))
        .isEqualTo(HtmlReport.of(Studies.grid(5, 2).input()));
  }

  @Test
  void input_withoutRows_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ReportInput(
                    "s",
                    new Leaderboard(List.of()),
                    SelectionPlan.DEFAULT,
                    Map.of(),
                    run -> List.of()))
        .withMessageContaining("1 row or more");
  }
}
