package org.limbeck.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sets marks apart that would cover one another: the same marks are always set apart alike. */
final class Spread {
  private static final int RINGS = 16;
  private static final int DIRECTIONS = 12;

  private final Plot plot;
  private final List<Disc> placed = new ArrayList<>();

  /** The room that a mark takes. */
  record Disc(double x, double y, double radius) {
    private boolean covers(Disc other) {
      double apart = radius + other.radius - 1e-6; // touching is not covering
      return (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y) < apart * apart;
    }
  }

  private Spread(Plot plot) {
    this.plot = plot;
  }

  /**
   * The place of each mark: where it belongs if that is free, else the nearest free place of some
   * around it; where none is free, it stays.
   *
   * @param wanted where marks belong; earlier ones are placed first
   */
  static List<Disc> apart(List<Disc> wanted, Plot plot) {
    var spread = new Spread(plot);
    wanted.forEach(disc -> spread.placed.add(spread.place(disc)));
    return List.copyOf(spread.placed);
  }

  private Disc place(Disc wanted) {
    return Stream.concat(Stream.of(wanted), around(wanted))
        .filter(this::isFree)
        .findFirst()
        .orElse(wanted);
  }

  private boolean isFree(Disc disc) {
    return placed.stream().noneMatch(disc::covers);
  }

  /** Places inside the plot, the nearest first. */
  private Stream<Disc> around(Disc disc) {
    return Stream.iterate(1, ring -> ring <= RINGS, ring -> ring + 1)
        .flatMap(ring -> ring(disc, ring * disc.radius / 2))
        .filter(this::isInside);
  }

  // StrictMath: the same bits on every machine decide which place is free.
  private static Stream<Disc> ring(Disc disc, double distance) {
    return Stream.iterate(0, i -> i < DIRECTIONS, i -> i + 1)
        .map(i -> 2 * Math.PI * i / DIRECTIONS)
        .map(
            angle ->
                new Disc(
                    disc.x + distance * StrictMath.cos(angle),
                    disc.y + distance * StrictMath.sin(angle),
                    disc.radius));
  }

  private boolean isInside(Disc disc) {
    return disc.x >= plot.x().from()
        && disc.x <= plot.x().to()
        && disc.y <= plot.y().from()
        && disc.y >= plot.y().to();
  }

  /**
   * Draws a line from each mark that was set aside to where it belongs, which a dot shows; above
   * the marks, for one of them may be there.
   */
  static void leaders(Svg svg, List<Disc> wanted, List<Disc> placed) {
    for (int i = 0; i < wanted.size(); i++) {
      Disc from = wanted.get(i);
      Disc to = placed.get(i);
      if (!from.equals(to)) {
        svg.line(from.x, from.y, to.x, to.y, "spread");
        svg.circle(from.x, from.y, 2, "spot");
      }
    }
  }
}
