package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.ClassTally;
import org.limbeck.report.chart.ClassAccuracyChart;
import org.limbeck.report.chart.Mark;
import org.limbeck.report.html.Html;
import org.limbeck.report.table.DeltaWorstTable;

class DeltaWorstTableTest {
  /** Classes 0 and 2 of four have examples and are right in 1 and 1/2 of them. */
  private static final ClassMetrics METRICS =
      ClassMetrics.of(
          ClassTally.of(4, new int[] {0, 0, 2, 2}, new int[] {0, 0, 2, 0}),
          0.95,
          OptionalInt.empty());

  @Test
  void write_twoClassesOfFour_goesFromBalancedToWorst() {
    var html = new Html();
    new DeltaWorstTable(
            html, List.of(new ClassAccuracyChart.Series("one", Mark.CIRCLE, "s1", METRICS)))
        .write();
    Document table = Jsoup.parse(html.toString());
    assertThat(table.select("thead th").eachText()).containsExactly("Delta", "one");
    assertThat(table.select("tbody th").eachText()).containsExactly("0", "0.1", "0.5", "log m");
    assertThat(table.select("tbody td").eachText()).containsExactly("75.0", "64.0", "52.4", "50.0");
    assertThat(table.select("tbody td").eachAttr("data-value")).last().isEqualTo("0.5");
  }

  @Test
  void of_aStudy_comparesTheShownStudentWithTheStandardOne() {
    Document report = Jsoup.parse(HtmlReport.of(Studies.grid(4, 2).input()));
    assertThat(report.select("#classes > .scroll tbody tr")).hasSize(4);
    assertThat(report.select("#classes > .scroll thead th")).hasSize(3);
  }
}
