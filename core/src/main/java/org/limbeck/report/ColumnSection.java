package org.limbeck.report;

import java.util.List;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Tables;
import org.limbeck.store.DataSummary;

/**
 * Missing values and texts without a feature of their own, by column and class; nothing where the
 * data are no table with columns to encode.
 */
final class ColumnSection {
  private static final String CAPTION =
      "Rows of each split in which a column has no value, or a text without a feature of its own.";

  private final Html html;
  private final ReportInput input;

  ColumnSection(Html html, ReportInput input) {
    this.html = html;
    this.input = input;
  }

  void write() {
    DataSummary.Features features = input.anyRun().data().features();
    if (features == null) {
      return;
    }
    html.open("section", "id", "columns").element("h2", "Columns and features");
    html.element("p", lead(features), "class", "lead");
    List<DataSummary.Features.Uncommon> uncommon = features.uncommon();
    if (!uncommon.isEmpty()) {
      table(uncommon);
    }
    html.close("section");
  }

  private String lead(DataSummary.Features features) {
    String became =
        "%s became %s, as fitted on the training split%s."
            .formatted(
                Numbers.count(features.columns(), "column"),
                Numbers.count(features.features(), "feature"),
                severalSplits() ? " (of the first seed; other seeds have other splits)" : "");
    return features.uncommon().isEmpty()
        ? became + " No value is missing, and every text has a feature."
        : became
            + " A missing number is replaced by the mean of training; a missing text, or one that"
            + " training has not, has no feature, unless rare texts of training share one.";
  }

  private boolean severalSplits() {
    return input.runs().stream().map(run -> run.data().fingerprint()).distinct().count() > 1;
  }

  private void table(List<DataSummary.Features.Uncommon> uncommon) {
    Tables.open(html, "plain", CAPTION);
    html.open("thead").open("tr").element("th", "Column and class", "scope", "col");
    for (String name : List.of("Train", "Validation", "Test")) {
      html.element("th", name, "scope", "col");
    }
    html.close("tr").close("thead");
    for (DataSummary.Features.Uncommon rows : uncommon) {
      html.open("tbody");
      row("teacher", rows.column() + ": " + rows.what(), rows, -1);
      for (int y = 0; y < input.classNames().size(); y++) {
        if (count(rows.train(), y) + count(rows.validation(), y) + count(rows.test(), y) > 0) {
          row("student", input.classNames().get(y), rows, y);
        }
      }
      html.close("tbody");
    }
    Tables.close(html);
  }

  /** Rows of a class; of all where {@code y} is negative. */
  private void row(String style, String name, DataSummary.Features.Uncommon rows, int y) {
    html.open("tr", "class", style).element("th", name, "scope", "row");
    for (List<Integer> split : List.of(rows.train(), rows.validation(), rows.test())) {
      html.element("td", Numbers.whole(count(split, y)));
    }
    html.close("tr");
  }

  private static int count(List<Integer> byClass, int y) {
    return y < 0 ? byClass.stream().mapToInt(Integer::intValue).sum() : byClass.get(y);
  }
}
