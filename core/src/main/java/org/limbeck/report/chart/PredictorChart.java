package org.limbeck.report.chart;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.limbeck.compare.TeacherEffect;
import org.limbeck.report.html.Html;
import org.limbeck.report.html.Numbers;

/** One mark for each student: a value of its teacher to the right, its worst class upwards. */
public final class PredictorChart {
  private static final double WIDTH = 400;
  private static final double HEIGHT = 360;
  private static final double RADIUS = 4.5;

  /**
   * A property of teachers, for the x axis.
   *
   * @param title of the axis
   * @param value of an effect
   * @param most the largest that it can be
   * @param format of a tick
   */
  public record Predictor(
      String title,
      ToDoubleFunction<TeacherEffect> value,
      double most,
      DoubleFunction<String> format) {
    /** The teacher's worst calibration gap. */
    public static final Predictor GAP =
        new Predictor(
            "teacher\u2019s worst gap, validation (0 is perfect)",
            TeacherEffect::teacherGap,
            Double.MAX_VALUE,
            Numbers::plain);

    /** The teacher's own worst-class accuracy. */
    public static final Predictor WORST_CLASS =
        new Predictor(
            "teacher\u2019s own worst-class accuracy, validation",
            TeacherEffect::teacherWorstClass,
            1,
            Numbers::tick);
  }

  private final Html html;
  private final List<TeacherEffect> effects;
  private final SeriesStyles groups;
  private final Predictor predictor;
  private final Plot plot;
  private final List<Spread.Disc> places;

  /** A chart of students, one mark each, in the colours and shapes of a study. */
  public PredictorChart(
      Html html, List<TeacherEffect> effects, SeriesStyles groups, Predictor predictor) {
    this.html = html;
    this.effects = effects;
    this.groups = groups;
    this.predictor = predictor;
    Span x = Span.of(values(predictor.value()), predictor.most());
    Span y = Span.of(values(TeacherEffect::studentWorstClass), 1);
    plot =
        new Plot(
            Scale.linear(x.low(), x.high(), 62, WIDTH - 20),
            Scale.linear(y.low(), y.high(), HEIGHT - 58, 46));
    places = Spread.apart(effects.stream().map(this::wanted).toList(), plot);
  }

  private Spread.Disc wanted(TeacherEffect effect) {
    return new Spread.Disc(
        plot.x().at(predictor.value().applyAsDouble(effect)),
        plot.y().at(effect.studentWorstClass()),
        RADIUS);
  }

  private double[] values(ToDoubleFunction<TeacherEffect> value) {
    return effects.stream().mapToDouble(value).toArray();
  }

  /** Draws the chart. */
  public void draw() {
    html.open("figure", "class", "chart");
    var svg = Svg.open(html, WIDTH, HEIGHT, "Students\u2019 worst class by " + predictor.title());
    plot.drawX(svg, 5, predictor.format());
    plot.drawY(svg, 6, Numbers::tick);
    plot.titleX(svg, predictor.title());
    plot.titleY(svg, "student\u2019s worst-class accuracy, test");
    for (int i = 0; i < effects.size(); i++) {
      mark(svg, effects.get(i), places.get(i));
    }
    Spread.leaders(svg, effects.stream().map(this::wanted).toList(), places);
    svg.close();
    html.close("figure");
  }

  private void mark(Svg svg, TeacherEffect effect, Spread.Disc place) {
    Mark shape = Mark.of(groups.teachers().indexOf(effect.teacher()));
    String style = SeriesStyles.style(groups.students().indexOf(effect.student()));
    svg.group("mark many", tooltip(effect));
    svg.path(shape.path(place.x(), place.y(), RADIUS), style + " fill");
    svg.endGroup();
  }

  private static String tooltip(TeacherEffect effect) {
    return "%s / %s, seed %d\nworst class %s\nteacher: worst gap %s, worst class %s"
        .formatted(
            effect.teacher(),
            effect.student(),
            effect.seed(),
            Numbers.percent(effect.studentWorstClass()),
            Numbers.fixed(effect.teacherGap(), 3),
            Numbers.percent(effect.teacherWorstClass()));
  }
}
