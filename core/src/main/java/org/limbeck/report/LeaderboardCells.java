package org.limbeck.report;

import org.jspecify.annotations.Nullable;
import org.limbeck.compare.Comparison;
import org.limbeck.metric.Interval;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;

/** The cells of the leaderboard: each number in full in a {@code data-value}, in CSV order. */
final class LeaderboardCells {
  private final Html html;

  LeaderboardCells(Html html) {
    this.html = html;
  }

  /** A share with its interval below, and below that a note where it is not empty. */
  void share(Interval share, String note) {
    html.open("td", "data-value", Numbers.exact(share.mean())).text(Numbers.share(share.mean()));
    ends(share);
    if (!note.isEmpty()) {
      html.element("span", note, "class", "note");
    }
    html.close("td");
  }

  /** A difference with its interval and p-values below; a dash where there is none. */
  void comparison(@Nullable Comparison comparison) {
    if (comparison == null) {
      html.element("td", "\u2013", "class", "nothing");
      return;
    }
    beginDifference(comparison.difference());
    probabilities(comparison);
    html.close("td");
  }

  /** A difference with its interval below. */
  void difference(Interval difference) {
    beginDifference(difference);
    html.close("td");
  }

  private void beginDifference(Interval difference) {
    html.open("td", "data-value", Numbers.exact(difference.mean()));
    html.text(Numbers.points(difference.mean()));
    ends(difference);
  }

  /** A share of resamples; a dash where there is none. */
  void resamples(@Nullable Double share) {
    if (share == null) {
      html.element("td", "\u2013", "class", "nothing");
    } else {
      html.element("td", Numbers.percent(share, 0), "data-value", Numbers.exact(share));
    }
  }

  private void ends(Interval interval) {
    Double low = interval.low();
    Double high = interval.high();
    if (low != null && high != null) {
      html.text(" ").open("span", "class", "interval");
      html.element("span", Numbers.share(low), "data-value", Numbers.exact(low)).text(" to ");
      html.element("span", Numbers.share(high), "data-value", Numbers.exact(high));
      html.close("span");
    }
  }

  private void probabilities(Comparison comparison) {
    Double p = comparison.p();
    Double adjusted = comparison.adjustedP();
    if (p != null && adjusted != null) {
      html.open("span", "class", "interval").text("p\u00a0");
      html.element("span", Numbers.probability(p), "data-value", Numbers.exact(p));
      html.text(", Holm\u00a0");
      html.element("span", Numbers.probability(adjusted), "data-value", Numbers.exact(adjusted));
      html.close("span");
    }
  }
}
