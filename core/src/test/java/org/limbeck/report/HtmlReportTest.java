package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.LeaderboardCsv;
import org.limbeck.study.LocalLauncher;
import org.limbeck.study.RunRecord;
import org.limbeck.study.Runs;
import org.limbeck.study.SelectionPlan;
import org.limbeck.study.StudyListener;
import org.limbeck.study.StudyPlan;
import org.limbeck.study.StudyRunner;

class HtmlReportTest {
  @TempDir private static Path folder;
  private static List<RunRecord> runs = List.of();

  @BeforeAll
  static void train() {
    StudyPlan plan = Runs.plan(2, 0L, 1L);
    var runner = new StudyRunner(new LocalLauncher(2), StudyListener.NONE, () -> false);
    runs = runner.run(plan, folder).runs();
  }

  private static String page(List<RunRecord> some, SelectionPlan selection) throws IOException {
    HtmlReport.write(folder, "a <study> & more", Leaderboard.of(some, selection));
    return Files.readString(folder.resolve(HtmlReport.FILE));
  }

  @Test
  void of_study_hasEveryNumberOfTheLeaderboardInItsTable() throws IOException {
    var leaderboard = Leaderboard.of(runs, SelectionPlan.DEFAULT);
    Document document = Jsoup.parse(page(runs, SelectionPlan.DEFAULT));
    List<Element> rows = document.select("#leaderboard tr.teacher, #leaderboard tr.student");
    List<String> lines = LeaderboardCsv.of(leaderboard).lines().skip(1).toList();
    assertThat(rows).hasSameSizeAs(lines);
    for (int i = 0; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      List<String> numbers = new ArrayList<>();
      for (int column = 4; column < fields.length - 2; column++) {
        if (!fields[column].isEmpty()) {
          numbers.add(fields[column]);
        }
      }
      assertThat(rows.get(i).select("data").eachAttr("value")).isEqualTo(numbers);
      assertThat(rows.get(i).hasClass("selected"))
          .isEqualTo(fields[fields.length - 1].equals("true"));
      assertThat(rows.get(i).select(".mark").text().contains("front"))
          .isEqualTo(fields[fields.length - 2].equals("true"));
    }
  }

  @Test
  void of_study_hasEverySectionAndItsCharts() throws IOException {
    Document document = Jsoup.parse(page(runs, SelectionPlan.DEFAULT));
    assertThat(document.select("h2").eachText())
        .containsExactly(
            "All combinations",
            "Accuracy and worst class",
            "Class by class",
            "Multipliers over epochs",
            "The teachers' calibration",
            "How to read this");
    assertThat(document.select("h3").eachText())
        .containsExactly("Teacher standard", "Teacher balanced");
    assertThat(document.select("figure svg")).hasSize(1 + 1 + 1 + 2 * 2);
    assertThat(document.select("polyline.curve")).hasSize(10);
    assertThat(document.select(".ship").text()).startsWith("Ship the student of ");
    for (Element point : document.select("polyline")) {
      assertThat(point.attr("points")).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void of_study_isSelfContainedAndEscaped() throws IOException {
    String page = page(runs, SelectionPlan.DEFAULT);
    assertThat(page).doesNotContain("http://", "https://", "<script", "<link", "<img");
    Document document = Jsoup.parse(page);
    assertThat(document.title()).isEqualTo("a <study> & more - Limbeck");
    assertThat(page).contains("prefers-color-scheme: dark", "width=device-width");
  }

  @Test
  void of_sameRecords_isTheSamePage() throws IOException {
    assertThat(page(runs, SelectionPlan.DEFAULT)).isEqualTo(page(runs, SelectionPlan.DEFAULT));
  }

  @Test
  void of_oneSeed_showsNoIntervals() throws IOException {
    List<RunRecord> first = runs.stream().filter(run -> run.spec().seed() == 0).toList();
    Document document = Jsoup.parse(page(first, SelectionPlan.DEFAULT));
    assertThat(document.select("#leaderboard data.mean")).isNotEmpty();
    assertThat(document.select("#leaderboard data.low")).isEmpty();
    assertThat(document.select("line.whisker")).isEmpty();
  }

  @Test
  void of_nothingSelected_saysSo() throws IOException {
    Document document = Jsoup.parse(page(runs, new SelectionPlan(1.0, null)));
    assertThat(document.select(".ship").text()).startsWith("Nothing is selected");
    assertThat(document.select("h2").eachText()).doesNotContain("Class by class");
  }

  @Test
  void of_noStandardStudentAndNoRobustOne_leavesOutWhatTheyWouldShow() throws IOException {
    Set<String> left = Set.of("balanced");
    List<RunRecord> some =
        runs.stream()
            .filter(
                run -> run.spec().teacher() == null || left.contains(run.spec().objective().name()))
            .collect(Collectors.toList());
    Document document = Jsoup.parse(page(some, SelectionPlan.DEFAULT));
    assertThat(document.select("[data-metric=worst_class_difference]")).isEmpty();
    assertThat(document.text()).contains("No student has the robust objective");
  }
}
