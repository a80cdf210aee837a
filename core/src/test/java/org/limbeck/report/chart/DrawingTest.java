package org.limbeck.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.metric.Interval;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;
import org.limbeck.report.html.Texts;

class DrawingTest {
  @Test
  void ticks_linear_areRound() {
    assertThat(Scale.linear(0.79, 0.91, 0, 1).ticks(6).stream().map(Numbers::tick))
        .containsExactly(
            "80\u00a0%", "82\u00a0%", "84\u00a0%", "86\u00a0%", "88\u00a0%", "90\u00a0%");
  }

  @Test
  void ticks_logarithmic_areRound() {
    assertThat(new Scale(0.04, 3, 0, 1, true).ticks(5).stream().map(Numbers::plain))
        .containsExactly("0.05", "0.1", "0.2", "0.5", "1", "2");
  }

  @Test
  void at_outside_isTheNearerEnd() {
    Scale scale = Scale.linear(0.2, 0.4, 100, 0);
    assertThat(scale.at(0.25)).isCloseTo(75, within(1e-9));
    assertThat(scale.at(-1)).isEqualTo(100);
    assertThat(scale.at(9)).isEqualTo(0);
  }

  @Test
  void at_logarithmic_makesEqualRatiosEquallyLong() {
    Scale scale = new Scale(0.01, 1, 0, 10, true);
    assertThat(scale.at(0.1)).isCloseTo(5, within(1e-9));
    assertThat(scale.at(0)).isEqualTo(0);
  }

  @Test
  void apart_crowded_keepsOrderAndRange() {
    assertThat(Labels.apart(new double[] {50, 51, 95, 99}, 10, 0, 100))
        .containsExactly(50, 60, 90, 100);
    assertThat(Labels.apart(new double[] {1, 1, 1}, 10, 0, 10)).containsExactly(0, 5, 10);
  }

  private static final Plot PLOT = new Plot(Scale.linear(0, 1, 0, 100), Scale.linear(0, 1, 100, 0));

  private static double distance(Spread.Disc one, Spread.Disc other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  @Test
  void spread_marksThatCoverOneAnother_areSetApartNearWhereTheyBelong() {
    List<Spread.Disc> wanted = new ArrayList<>(Collections.nCopies(9, new Spread.Disc(2, 98, 5)));
    wanted.add(new Spread.Disc(60, 50, 5));
    List<Spread.Disc> placed = Spread.apart(wanted, PLOT);
    assertThat(placed.get(0)).isEqualTo(wanted.get(0));
    assertThat(placed.get(9)).isEqualTo(wanted.get(9));
    for (int i = 0; i < placed.size(); i++) {
      assertThat(placed.get(i).x()).isBetween(0.0, 100.0);
      assertThat(placed.get(i).y()).isBetween(0.0, 100.0);
      assertThat(distance(placed.get(i), wanted.get(i))).isLessThan(40);
      for (int j = 0; j < i; j++) {
        assertThat(distance(placed.get(i), placed.get(j))).isGreaterThan(9.99);
      }
    }
    assertThat(Spread.apart(wanted, PLOT)).isEqualTo(placed);
  }

  @Test
  void spread_noRoom_leavesMarksWhereTheyBelong() {
    Spread.Disc wide = new Spread.Disc(50, 50, 200);
    assertThat(Spread.apart(List.of(wide, wide), PLOT)).containsExactly(wide, wide);
  }

  @Test
  void leaders_markWhereItBelongs_hasNone() {
    var html = new Html();
    var svg = Svg.open(html, 100, 100, "marks");
    var here = new Spread.Disc(1, 2, 5);
    Spread.leaders(svg, List.of(here, here), List.of(here, new Spread.Disc(3, 4, 5)));
    svg.close();
    assertThat(html.toString()).containsOnlyOnce("M1 2L3 4").containsOnlyOnce("<circle");
  }

  @Test
  void numbers_lowerBounds_areRoundedDown() {
    assertThat(Numbers.lower(0.6699)).isEqualTo("66.9\u00a0%");
    assertThat(Numbers.lowerShare(0.57)).isEqualTo("57.0");
    assertThat(Numbers.lower(0)).isEqualTo("0.0\u00a0%");
    assertThat(Numbers.lowerShare(1e-9)).isEqualTo("0.0");
  }

  @Test
  void numbers_asReadersSeeThem() {
    assertThat(Numbers.percent(0.66894)).isEqualTo("66.9\u00a0%");
    assertThat(Numbers.points(0.457)).isEqualTo("+45.7");
    assertThat(Numbers.points(-0.0279)).isEqualTo("\u22122.8");
    assertThat(Numbers.points(-0.0001)).isEqualTo("0.0");
    assertThat(Numbers.plain(0.30000000000000004)).isEqualTo("0.3");
    assertThat(Numbers.count(1, "seed")).isEqualTo("1\u00a0seed");
    assertThat(Numbers.whole(85002)).isEqualTo("85\u00a0002");
    assertThat(Numbers.ends(new Interval(0.5, 0.4, 0.6))).isEqualTo("40.0 to 60.0");
    assertThat(Numbers.ends(new Interval(0.5, null, null))).isNull();
  }

  @Test
  void shortened_countsCodePoints() {
    assertThat(Texts.shortened("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Texts.shortened("abcdefg", 6)).isEqualTo("abcde\u2026");
    assertThat(Texts.shortened("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 2))
        .isEqualTo("\ud83d\ude00\u2026");
  }
}
