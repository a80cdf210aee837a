package org.limbeck.report.chart;

import org.limbeck.report.html.Numbers;

/** Shapes of about the same area, told apart without colour. */
public enum Mark {
  CIRCLE {
    @Override
    String path(double x, double y, double r) {
      String arc = "a%s %s 0 1 0 ".formatted(Numbers.coordinate(r), Numbers.coordinate(r));
      return "M"
          + Svg.point(x - r, y)
          + arc
          + Svg.point(2 * r, 0)
          + arc
          + Svg.point(-2 * r, 0)
          + "Z";
    }
  },
  TRIANGLE {
    @Override
    String path(double x, double y, double r) {
      return polygon(x, y - 1.25 * r, x + 1.2 * r, y + 0.85 * r, x - 1.2 * r, y + 0.85 * r);
    }
  },
  DIAMOND {
    @Override
    String path(double x, double y, double r) {
      double d = 1.3 * r;
      return polygon(x, y - d, x + d, y, x, y + d, x - d, y);
    }
  },
  SQUARE {
    @Override
    String path(double x, double y, double r) {
      double d = 0.9 * r;
      return polygon(x - d, y - d, x + d, y - d, x + d, y + d, x - d, y + d);
    }
  },
  TRIANGLE_DOWN {
    @Override
    String path(double x, double y, double r) {
      return polygon(x, y + 1.25 * r, x + 1.2 * r, y - 0.85 * r, x - 1.2 * r, y - 0.85 * r);
    }
  };

  /** The outline around a centre. */
  abstract String path(double x, double y, double r);

  /** The shape of the i-th kind of thing; they repeat after the last. */
  static Mark of(int index) {
    return values()[index % values().length];
  }

  private static String polygon(double... points) {
    var path = new StringBuilder("M");
    for (int i = 0; i < points.length; i += 2) {
      path.append(i == 0 ? "" : "L").append(Svg.point(points[i], points[i + 1]));
    }
    return path.append('Z').toString();
  }
}
