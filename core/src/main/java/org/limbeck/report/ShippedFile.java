package org.limbeck.report;

import org.limbeck.compare.Shipped;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;

/** The shipped file's own results, which are not the means over seeds. */
final class ShippedFile {
  private final Html html;

  ShippedFile(Html html) {
    this.html = html;
  }

  void write(Shipped shipped) {
    ClassMetrics test = shipped.test();
    html.open("p", "class", "file");
    html.text("The file, seed %d: worst class ".formatted(shipped.seed()));
    html.element("strong", shipped.worstClass()).text(" with ");
    share(test.worstClassAccuracy(), Numbers.percent(test.worstClassAccuracy()));
    html.text(" of " + Numbers.count(shipped.worstClassExamples(), "test example"));
    if (shipped.few()) {
      html.text(" ").element("span", "few examples", "class", "chip caution");
    }
    html.text("; with 95\u00a0% confidence no class is truly below ");
    share(test.worstClassLowerBound(), Numbers.lower(test.worstClassLowerBound()));
    html.text(". Accuracy ");
    share(test.accuracy(), Numbers.percent(test.accuracy()));
    html.text(".").close("p");
  }

  private void share(double share, String text) {
    html.element("strong", text, "data-value", Numbers.exact(share));
  }
}
